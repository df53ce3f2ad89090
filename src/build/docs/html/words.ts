import type { Detail, Word, Words } from '../reference/words.js';
import { html, type Html } from './html.js';
import { said } from './language.js';
import { inlineProse } from './prose.js';

/** Renders the words of a line as HTML. */
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

/** Renders details as a list. Each item begins with its label. */
export function detailsHtml(details: readonly Detail[], kind = 'details'): Html | undefined {
  if (details.length === 0) return undefined;
  return html`<ul class="${kind}">${details.map(({ label, words }) => html`<li><span class="label">${label}:</span> ${wordsHtml(words)}</li>`)}</ul>`;
}

/** Whether a link is a web page, an email address or a place on the page, and not a scheme that may run code. */
function isHarmless(href: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s"<>]+$/i.test(href) || /^(#\S*|[\w./~%-]+[\w./~%?#=&-]*)$/.test(href);
}
