import { highlight } from './highlight.js';
import { html, trusted, type Html } from './html.js';

/** The deepest indentation, in spaces, that a wrapped line keeps. The style sheet has a class for each number of spaces. */
const deepest = 12;

/**
 * Renders source code with a button that copies it.
 *
 * @param label The name of the code for screen readers.
 */
export function codeBlock(source: string, language: string, label: string): Html {
  return html`<div class="code" role="group" aria-label="${label}"><pre><code>${lines(highlight(source, language))}</code></pre><button type="button" class="copy scripted" aria-label="Copy: ${label}">Copy</button></div>`;
}

/** Puts each line into its own element, so that a wrapped line keeps its indentation. */
function lines(code: Html): Html[] {
  const open: string[] = [];
  const all = code.html.split('\n');
  return all.map((line, index) => {
    const before = open.join('');
    // A string or comment may have several lines. Its element is closed at the end of a line and opened again in the next.
    for (const [tag, isEnd] of line.matchAll(/<(\/?)span[^>]*>/g)) {
      if (isEnd) open.pop();
      else open.push(tag);
    }
    const indent = Math.min(/^ */.exec(line)?.[0].length ?? 0, deepest);
    const text = before + line + '</span>'.repeat(open.length) + (index < all.length - 1 ? '\n' : '');
    return html`<span class="line indent-${indent}">${trusted(text)}</span>`;
  });
}
