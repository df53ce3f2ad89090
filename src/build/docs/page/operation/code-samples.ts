import { codeBlock } from '../../html/code-block.js';
import { html, type Html } from '../../html/html.js';
import type { OperationReference } from '../../reference/operation.js';
import { tabs } from './tabs.js';

/** Renders the code samples of an operation, one tab for each language. */
export function codeSamples({ name, samples, anchor }: OperationReference): Html | undefined {
  if (samples.length === 0) return undefined;
  const panes = samples.map(({ label, lang, source }) => ({
    label,
    content: codeBlock(source, lang, `${label} sample of ${name}`),
  }));
  return html`<h3>Code Samples</h3>
${tabs('sample', `Language of the code samples of ${name}`, anchor, panes)}`;
}
