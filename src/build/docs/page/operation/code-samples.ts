import { codeBlock } from '../../html/code-block.js';
import { html, trusted, type Html } from '../../html/html.js';
import type { OperationReference } from '../../reference/operation.js';

/** Renders the code samples of an operation, one tab for each language; they work without scripts. */
export function codeSamples({ name, samples, operationId }: OperationReference): Html | undefined {
  if (samples.length === 0) return undefined;
  return html`<h3>Code Samples</h3>
<div class="samples">
<div class="tabs" role="radiogroup" aria-label="Language of the code samples of ${name}">${samples.map(
    ({ label }, index) =>
      html`<label><input type="radio" name="sample-${operationId}" value="${label}"${index === 0 && trusted(' checked')}><span>${label}</span></label>`,
  )}</div>
${samples.map(
  ({ label, lang, source }) => html`<div class="sample" data-language="${label}"><p class="sample-name">${label}</p>
${codeBlock(source, lang, `${label} sample of ${name}`)}</div>`,
)}
</div>`;
}
