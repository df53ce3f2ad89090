import sanitizeHtml, { type IOptions } from 'sanitize-html';
import { trusted, type Html } from './html.js';

/** The allowed tags, which mark up text. Any other tag is shown as text, so that a description cannot add scripts or forms. */
const tags = [
  ...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'kbd', 'samp', 'var', 'sub', 'sup', 'abbr', 'mark', 'del', 'ins', 's', 'u'],
  ...['b', 'strong', 'i', 'em', 'small', 'q', 'cite', 'a', 'img', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'details', 'summary'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption', 'div', 'span'],
];

const options: IOptions = {
  allowedTags: tags,
  // `id` and `name` are not allowed, because the page finds its own elements by them. Styles and event handlers are not, either.
  allowedAttributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'title'],
    ol: ['start'],
    code: [],
    '*': ['align', 'colspan', 'rowspan', 'dir', 'lang'],
  },
  allowedClasses: { a: ['address'], code: ['language-*'], div: ['table'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['data'] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
  transformTags: { img: asLinkIfElsewhere },
};

/** Makes HTML of a description harmless: it cannot run scripts, load files from elsewhere, or leave the page without a click. */
export function sanitize(source: string): Html {
  return trusted(sanitizeHtml(source, options));
}

/** Replaces an image from another host by a link to it, since the page loads nothing from other hosts. */
function asLinkIfElsewhere(tagName: string, attribs: Record<string, string>): sanitizeHtml.Tag {
  const { src = '', alt = '' } = attribs;
  if (!/^(https?:)?\/\//i.test(src)) return { tagName, attribs };
  return { tagName: 'a', attribs: { href: src }, text: alt || src };
}
