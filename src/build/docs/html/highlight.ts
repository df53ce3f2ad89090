import highlighter from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import { escapeHtml, trusted, type Html } from './html.js';

for (const name of ['shell', 'curl', 'httpie'])
  highlighter.registerLanguage(name, (api) => {
    const language = bash(api);
    return { ...language, contains: [{ scope: 'attr', match: /(?<=\s)--?[a-zA-Z][\w-]*/ }, ...language.contains] };
  });
highlighter.registerLanguage('json', json);
highlighter.registerLanguage('python', python);
highlighter.registerLanguage('javascript', javascript);
highlighter.registerLanguage('typescript', typescript);

/** Adds markup for colors to source code. The text stays the same, and code in an unknown language gets no markup. */
export function highlight(source: string, language: string): Html {
  const known = highlighter.getLanguage(language) ? language.toLowerCase() : undefined;
  return trusted(known ? onlyColored(highlighter.highlight(source, { language: known }).value) : escapeHtml(source));
}

/** The scopes that have a color in `style/samples.css`. */
const colored = /hljs-(?:string|template-variable|attr|keyword|built_in|literal|number|comment)\b/;

/** Leaves out the elements that no color is for: each one takes a browser time. */
function onlyColored(code: string): string {
  const kept: boolean[] = [];
  return code.replace(/<(\/?)span([^>]*)>/g, (tag, end: string, attributes: string) => {
    if (!end) kept.push(colored.test(attributes));
    return (end ? kept.pop() : kept.at(-1)) ? tag : '';
  });
}
