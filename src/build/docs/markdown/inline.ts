import type { MarkedToken, Token, Tokens } from 'marked';
import { codeSpan, escapeActive, isHarmless, linkTo } from './text.js';

/** Narrows the types of tokens. This is safe, since only extensions of `marked` make other tokens, and there are none here. */
export function known(tokens: Token[]): MarkedToken[] {
  return tokens as MarkedToken[];
}

/** Prints the text of a block: its words, links, code and emphasis. */
export function inline(tokens: Token[] = []): string {
  return known(tokens).map(inlinePart).join('');
}

function inlinePart(token: MarkedToken): string {
  switch (token.type) {
    case 'html':
      if (/^<br\s*\/?>$/i.test(token.raw)) return '<br>';
      return isComment(token.raw) ? '' : escapeActive(token.raw);
    case 'codespan':
      return codeSpan(token.text);
    case 'br':
      return '<br>';
    case 'link':
    case 'image':
      return link(token);
    case 'strong':
    case 'del':
      return `${token.raw.slice(0, 2)}${inline(token.tokens)}${token.raw.slice(0, 2)}`;
    case 'em':
      return `${token.raw.slice(0, 1)}${inline(token.tokens)}${token.raw.slice(0, 1)}`;
    case 'text':
      if ('tokens' in token) return inline(token.tokens);
      // Text between HTML tags such as `<code>` may have any characters.
      return 'escaped' in token && token.escaped ? escapeActive(token.raw) : token.raw.replaceAll(/<(?=[a-z/!?])/gi, '&lt;');
    case 'checkbox':
    case 'escape':
      return token.raw;
    default:
      return 'tokens' in token ? inline(token.tokens) : escapeActive(token.raw);
  }
}

function link(token: Tokens.Link | Tokens.Image): string {
  const text = token.type === 'image' ? escapeActive(token.text) : inline(token.tokens);
  if (!isHarmless(token.href)) return text;
  if ('autolink' in token && token.autolink) return token.raw.startsWith('<') ? `<${token.href}>` : token.raw;
  const title = token.title ? ` "${escapeActive(token.title).replaceAll('"', '&quot;')}"` : '';
  return `${token.type === 'image' ? '!' : ''}${linkTo(text, token.href, title)}`;
}

/** Whether HTML has nothing but comments. */
export function isComment(html: string): boolean {
  return html.replaceAll(/<!--[\s\S]*?-->/g, '').trim() === '';
}
