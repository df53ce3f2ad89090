/* global document, history, location, setTimeout, window */
// Searches the text of the page itself, and leads to the very place. Where the docs have several pages, it finds the
// operations of the other pages by name and path.
const limit = 30;
const blocks =
  'h1, h2, h3, .prose p, .prose li, .prose tr, .prose pre, dl > div, .body-note, tbody tr, .sample-name, .sample pre, .panel-content pre';
const linksElsewhere = [...document.querySelectorAll('[data-endpoint]')];
const elsewhere = [...new Map(linksElsewhere.map((link) => [link.href, link])).values()];
let index;
let dialog;

const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

function makeIndex() {
  return [...placesHere(), ...elsewhere.map(placeElsewhere)];
}

function placeElsewhere(link) {
  const [name, text] = [link.firstChild?.textContent.trim() ?? '', link.dataset.endpoint];
  return { href: link.href, text, isName: true, name, found: `${name} ${text}`.toLowerCase() };
}

function placesHere() {
  return [...document.querySelectorAll(blocks)]
    .filter((element) => element.closest('main') && !element.querySelector(blocks))
    .map((element) => {
      const section = element.closest('section[id]');
      const heading = section?.querySelector('h2, h3') ?? document.querySelector('h1');
      const text = textOf(element);
      const isName = /^H\d$/.test(element.tagName);
      return { element, section, text, isName, name: textOf(heading), found: text.toLowerCase() };
    });
}

// What scripts add to the text, such as the words of a button, is nothing to search for.
function textOf(element) {
  const copy = element.cloneNode(true);
  for (const extra of copy.querySelectorAll('button, .link-here, .problem')) extra.remove();
  for (const cell of copy.querySelectorAll('td, dd, dt, div')) cell.append(' ');
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

function search(query) {
  const wanted = words(query);
  if (wanted.length === 0) return [];
  index ??= makeIndex();
  return index
    .filter(
      ({ found, name }) =>
        wanted.some((word) => found.includes(word)) && wanted.every((word) => `${name.toLowerCase()} ${found}`.includes(word)),
    )
    .sort((a, b) => b.isName - a.isName)
    .slice(0, limit);
}

function go({ element, section }) {
  dialog.close();
  const sample = element.closest('.sample');
  const tab = sample?.closest('.samples').querySelector(`input[value="${sample.dataset.language}"]`);
  if (tab) {
    tab.checked = true;
    tab.dispatchEvent(new window.Event('change', { bubbles: true }));
  }
  if (section) history.pushState(null, '', `#${section.id}`);
  const place = element.checkVisibility() ? element : (tab?.closest('label') ?? section ?? element);
  place.scrollIntoView({ block: 'center', behavior: 'instant' });
  // Focused, so that the Tab key and screen readers go on from here.
  const { tabIndex } = place;
  if (tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  for (const before of document.querySelectorAll('.found')) before.classList.remove('found');
  place.classList.add('found');
  setTimeout(() => place.classList.remove('found'), 3000);
}

function result(entry, query) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = entry.href ?? (entry.section ? `#${entry.section.id}` : location.hash || '#');
  const name = document.createElement('strong');
  name.textContent = entry.name;
  link.append(name, ...(entry.isName && entry.element ? [] : [excerpt(entry, query)]));
  if (entry.element) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      go(entry);
    });
  }
  item.append(link);
  return item;
}

// The text around the first word that is found, with the word marked.
function excerpt({ text }, query) {
  const word = words(query).find((one) => text.toLowerCase().includes(one)) ?? '';
  const at = text.toLowerCase().indexOf(word);
  const start = Math.max(0, at - 40);
  const mark = document.createElement('mark');
  mark.textContent = text.slice(at, at + word.length);
  const line = document.createElement('span');
  line.append((start > 0 ? '…' : '') + text.slice(start, at), mark, text.slice(at + word.length, at + 100));
  return line;
}

function makeDialog() {
  const made = document.createElement('dialog');
  made.className = 'search';
  made.setAttribute('aria-label', 'Search');
  made.innerHTML =
    '<form method="dialog"><input type="text" role="searchbox" aria-label="Search" autocomplete="off" spellcheck="false" autofocus><button>Close</button></form><p class="count" role="status"></p><ul class="results"></ul>';
  const [input, count, list] = ['input', '.count', 'ul'].map((selector) => made.querySelector(selector));
  input.placeholder = elsewhere.length > 0 ? 'Search this page, and the names of all operations' : 'Search this page';
  input.setAttribute('aria-label', input.placeholder);
  input.addEventListener('input', () => {
    const found = search(input.value);
    const number = `${found.length === limit ? 'The first ' : ''}${found.length} ${found.length === 1 ? 'place' : 'places'}`;
    count.textContent = words(input.value).length === 0 ? '' : found.length === 0 ? 'Nothing found.' : number;
    list.replaceChildren(...found.map((entry) => result(entry, input.value)));
  });
  made.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    if (event.key === 'Enter' && event.target === input) {
      event.preventDefault();
      links[0]?.click();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const next = at + (event.key === 'ArrowDown' ? 1 : -1);
    (next < 0 ? input : (links[next] ?? links.at(-1)))?.focus();
  });
  // A click beside the dialog closes it, too.
  made.addEventListener('click', ({ target }) => target === made && made.close());
  document.body.append(made);
  return made;
}

function open() {
  dialog ??= makeDialog();
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector('input').select();
}

document.querySelector('.search-button').addEventListener('click', open);
document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  open();
});
