import { onceForFirst } from '../../../description/once-for.js';
import { highlight } from './highlight.js';
import { html, trusted, type Html } from './html.js';

/** The deepest indentation, in spaces, that a wrapped line keeps. The style sheet has a class for each number of spaces. */
const deepest = 12;

/** The most characters of a line that is never wrapped, because it fits into the narrowest window. */
const short = 28;

/**
 * Renders source code with a button that copies it.
 *
 * @param label The name of the code for screen readers.
 */
export function codeBlock(source: string, language: string, label: string): Html {
  return html`<div class="code" role="group" aria-label="${label}"><pre><code>${linesIn(language)(source)}</code></pre><button type="button" class="copy scripted" aria-label="Copy: ${label}">Copy</button></div>`;
}

/** Many operations of a description have the same examples, such as those of its errors. So the first ones are kept. */
const linesIn = onceForFirst(100, (language: string) => onceForFirst(1000, (source: string) => html`${lines(source, language)}`));

/** Puts each line that may be wrapped into its own element, so that it keeps its indentation. */
function lines(source: string, language: string): Html[] {
  const open: string[] = [];
  const texts = source.split('\n');
  return highlight(source, language)
    .html.split('\n')
    .map((line, index) => {
      const text = texts[index] ?? '';
      const before = open.join('');
      // A string or comment may have several lines. Its element is closed at the end of a line and opened again in the next.
      for (const [tag, isEnd] of line.matchAll(/<(\/?)span[^>]*>/g)) {
        if (isEnd) open.pop();
        else open.push(tag);
      }
      const content = trusted(before + line + '</span>'.repeat(open.length) + (index < texts.length - 1 ? '\n' : ''));
      const indent = Math.min(/^ */.exec(text)?.[0].length ?? 0, deepest);
      return text.length > short ? html`<span class="line indent-${indent}">${content}</span>` : content;
    });
}
