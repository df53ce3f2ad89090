import sanitizeHtml, { type IOptions } from 'sanitize-html';
import { trusted, type Html } from './html.js';

/** Tags that mark up text. Everything else is shown as text: a description is not a program. */
const tags = [
  ...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'kbd', 'samp', 'var', 'sub', 'sup', 'abbr', 'mark', 'del', 'ins', 's', 'u'],
  ...['b', 'strong', 'i', 'em', 'small', 'q', 'cite', 'a', 'img', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'details', 'summary'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption', 'div', 'span'],
];

const options: IOptions = {
  allowedTags: tags,
  // No id and no name: the page finds its own elements by them. No style and no event handler.
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

/** Makes HTML that came with a description harmless: it can neither run, nor load, nor lead away by itself. */
export function sanitize(source: string): Html {
  return trusted(sanitizeHtml(source, options));
}

/** The page loads nothing from elsewhere, so that a picture of another host becomes a link to it. */
function asLinkIfElsewhere(tagName: string, attribs: Record<string, string>): sanitizeHtml.Tag {
  const { src = '', alt = '' } = attribs;
  if (!/^(https?:)?\/\//i.test(src)) return { tagName, attribs };
  return { tagName: 'a', attribs: { href: src }, text: alt || src };
}
