import type { Detail, Word, Words } from '../reference/words.js';
import { html, type Html } from './html.js';
import { said } from './language.js';
import { inlineProse } from './prose.js';

/** Renders what the docs say within a line. */
export function wordsHtml(words: Words): Html[] {
  return words.map(wordHtml);
}

function wordHtml(word: Word): Html {
  if (typeof word === 'string') return html`${word}`;
  if ('code' in word) return html`<code>${word.code}</code>`;
  if ('markdown' in word) return html`<span${said}>${inlineProse(word.markdown)}</span>`;
  return isHarmless(word.href)
    ? html`<a href="${word.href}"${word.text === word.href ? html` class="address"` : said}>${word.text}</a>`
    : html`${word.text}`;
}

/** Renders details as lines, each after what it is about. */
export function detailsHtml(details: readonly Detail[], kind = 'details'): Html | undefined {
  if (details.length === 0) return undefined;
  return html`<ul class="${kind}">${details.map(({ label, words }) => html`<li><span class="label">${label}:</span> ${wordsHtml(words)}</li>`)}</ul>`;
}

/** A page, an address or a place: not a scheme that may run something. */
function isHarmless(href: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s"<>]+$/i.test(href) || /^(#\S*|[\w./~%-]+[\w./~%?#=&-]*)$/.test(href);
}
