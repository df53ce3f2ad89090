/* global document, NodeFilter */
// Collects the places that the search can find. These are the blocks of the page, each with its text, its name (if it has one)
// and the headings above it, and the operations of other pages, with name and path.
const rows = 'tr, dl > div, .mock-examples > li';
const containers = 'pre, p, li, h1, h2, h3, h4, h5, h6, summary, blockquote, td, dd, div';
const cells = 'td, th, dt, dd, p, li, div, summary, pre, h1, h2, h3, h4, h5, h6';
const ignored = 'button, .link-here, .problem, .mock-response, .tabs, .visually-hidden';
const linksElsewhere = [...document.querySelectorAll('[data-endpoint]')];
/** The links to operations of other pages. */
export const elsewhere = [...new Map(linksElsewhere.map((link) => [link.href, link])).values()];
let places;

const clean = (text) => text.replace(/\s+/g, ' ').trim();

/** Collects the texts of the page by block. A text belongs to its row, else to the block around it. */
function collectBlocks() {
  const texts = new Map();
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  let before;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (parent.closest(ignored)) continue;
    const block = parent.closest(rows) ?? parent.closest(containers);
    if (!block) continue;
    const cell = parent.closest(cells);
    texts.set(block, (texts.get(block) ?? '') + (cell === before ? '' : ' ') + node.data + addressBehind(parent, node.data));
    before = cell;
  }
  return texts;
}

/** The address of a link to another site, unless the address is in its text. */
function addressBehind(parent, text) {
  const href = parent.closest('a')?.getAttribute('href') ?? '';
  return /^(https?:|mailto:)/.test(href) && !href.includes(text.trim()) ? ` ${href}` : '';
}

function nameOf(block, text) {
  if (/^H\d$/.test(block.tagName)) return clean(block.querySelector('.operation-name')?.textContent ?? text);
  const named = block.matches(rows) && block.querySelector('td, th, :scope > dt .parameter, .mock-examples > li > code');
  return named ? clean(named.textContent) : '';
}

function placesHere() {
  const found = [];
  let [title, part] = ['', ''];
  for (const [block, raw] of collectBlocks()) {
    const text = clean(raw);
    if (!text) continue;
    const name = nameOf(block, text);
    const level = Number(/^H(\d)$/.exec(block.tagName)?.[1] ?? 7);
    if (level < 3) [title, part] = [name, ''];
    else if (level < 7) part = text;
    const where = level < 3 ? [] : [title, level < 7 ? '' : part];
    found.push(place({ element: block, section: block.closest('section[id]'), text, name, where }));
  }
  return found;
}

function placeElsewhere(link) {
  const name = clean(link.firstChild?.textContent ?? '');
  return place({ href: link.href, text: `${name} ${link.dataset.endpoint}`, name, where: [] });
}

function place(entry) {
  const where = entry.where.filter(Boolean);
  return { ...entry, where, found: entry.text.toLowerCase(), all: `${where.join(' ')} ${entry.text}`.toLowerCase() };
}

/** How well a place fits; 0 is best. Names come before other texts, and whole words before parts of words. */
function rank({ name, found }, query, wanted) {
  const lower = name.toLowerCase();
  if (lower === query) return 0;
  if (lower && wanted.every((word) => lower.includes(word))) return lower.startsWith(query) ? 1 : 2;
  const whole = wanted.filter((word) => ` ${found.replace(/[^\p{L}\p{N}_-]+/gu, ' ')} `.includes(` ${word} `));
  return whole.length === wanted.length ? 3 : 4;
}

/**
 * Finds the places with all words of a query, best first. At least one word must be in the place's own text; the others may be
 * in the headings above it.
 */
export function findPlaces(query, limit) {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  places ??= [...placesHere(), ...elsewhere.map(placeElsewhere)];
  return places
    .filter(({ found, all }) => wanted.some((word) => found.includes(word)) && wanted.every((word) => all.includes(word)))
    .map((one) => ({ one, rank: rank(one, wanted.join(' '), wanted) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ one }) => one);
}
