/* global document, Event, history, location, setTimeout */
// The search dialog. It lists the places that it finds, with the headings above each, and scrolls to a chosen place.
import { elsewhere, findPlaces } from './search-places.js';

const limit = 30;
let dialog;

/** Shows a hidden element: opens its closed groups, and chooses its tab. Returns the label of the tab, if there is one. */
function reveal(element) {
  for (let closed = element.closest('details:not([open])'); closed; closed = closed.parentElement.closest('details:not([open])'))
    closed.open = true;
  const pane = element.closest('.pane');
  if (!pane) return undefined;
  const panes = [...pane.parentElement.querySelectorAll(':scope > .pane')];
  const tab = pane.parentElement.querySelectorAll(':scope > .tabs input')[panes.indexOf(pane)];
  if (!tab) return undefined;
  tab.checked = true;
  tab.dispatchEvent(new Event('change', { bubbles: true }));
  return tab.closest('label');
}

function go({ element, section }) {
  dialog.close();
  const tab = reveal(element);
  if (section) history.pushState(null, '', `#${section.id}`);
  const place = element.checkVisibility() ? element : (tab ?? section ?? element);
  place.scrollIntoView({ block: 'center', behavior: 'instant' });
  // The place gets the focus, so that the Tab key and screen readers continue from here.
  const { tabIndex } = place;
  if (tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  for (const before of document.querySelectorAll('.found')) before.classList.remove('found');
  place.classList.add('found');
  setTimeout(() => place.classList.remove('found'), 3000);
}

function result(entry, query) {
  const item = document.createElement('li');
  item.lang = entry.element?.closest('[lang]').lang ?? '';
  const link = document.createElement('a');
  link.href = entry.href ?? (entry.section ? `#${entry.section.id}` : location.hash || '#');
  const name = document.createElement('strong');
  name.append(entry.where.join(' › ') || entry.name || entry.text);
  link.append(name, ...(entry.where.length > 0 || entry.href ? [excerpt(entry.text, query)] : []));
  if (entry.element) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      go(entry);
    });
  }
  item.append(link);
  return item;
}

/** Cuts out the text around the first match, at the ends of words, and marks all matches in it. */
function excerpt(text, query) {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  const lower = text.toLowerCase();
  const at = Math.max(0, Math.min(...wanted.map((word) => lower.indexOf(word)).filter((one) => one >= 0)));
  const start = at < 50 ? 0 : text.indexOf(' ', at - 50) + 1;
  const end = text.length <= start + 160 ? text.length : text.lastIndexOf(' ', start + 160);
  const shown = text.slice(start < at ? start : at, end > at ? end : at + 160);
  const line = document.createElement('span');
  line.append(start > 0 ? '… ' : '');
  for (const [index, part] of divide(shown, wanted).entries()) {
    const mark = document.createElement('mark');
    mark.append(part);
    line.append(index % 2 ? mark : part);
  }
  line.append(end < text.length ? ' …' : '');
  return line;
}

/** Splits a text at the given words. Every second part of the result is one of the words. */
function divide(text, words) {
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.split(new RegExp(`(${pattern})`, 'gi'));
}

function makeDialog() {
  const made = document.createElement('dialog');
  made.className = 'search';
  made.setAttribute('aria-label', 'Search');
  made.innerHTML =
    '<form method="dialog"><input type="text" role="searchbox" autocomplete="off" spellcheck="false" autofocus><button>Close</button></form><p class="count" role="status"></p><ul class="results"></ul>';
  const [input, count, list] = ['input', '.count', 'ul'].map((selector) => made.querySelector(selector));
  input.placeholder = elsewhere.length > 0 ? 'Search this page, and the names of all operations' : 'Search this page';
  input.setAttribute('aria-label', input.placeholder);
  input.addEventListener('input', () => {
    const query = input.value.trim();
    const found = findPlaces(query, limit);
    const number = `${found.length === limit ? 'The first ' : ''}${found.length} ${found.length === 1 ? 'place' : 'places'}`;
    count.textContent = query === '' ? '' : found.length === 0 ? 'Nothing found.' : number;
    list.replaceChildren(...found.map((entry) => result(entry, query)));
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
  // A click outside the dialog also closes it.
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
