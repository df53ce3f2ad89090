import { inputText } from '../reference/input-text.js';
import { highlight } from '../html/highlight.js';
import { html, trusted, type Html } from '../html/html.js';
import { inlineProse, prose } from '../html/prose.js';
import type { BodyReference, OperationReference } from '../reference/reference.js';

/**
 * Renders an operation as HTML: the text, and beside it the request and the response.
 *
 * @param mockCommand What starts the mock server.
 */
export function operationPage(operation: OperationReference, mockCommand: string): string {
  const { name, method, path, anchor, lead, operationId } = operation;
  return html`<section class="operation" id="${anchor}" aria-labelledby="${operationId}-name">
<div class="operation-text">
<h2 id="${operationId}-name"><span class="operation-name">${name}</span> <span class="endpoint"><span class="method method-${method.toLowerCase()}">${method}</span> <span class="path">${breakable(path)}</span></span> <a class="operation-link" href="#${anchor}" aria-label="Link to ${name}">#</a></h2>
${operation.deprecated && html`<p class="deprecated">Deprecated: do not build on it.</p>`}
<p class="lead">${inlineProse(lead)}</p>
<div class="prose">${prose(operation.prose)}</div>
${requestParameters(operation)}
${responseParameters(operation)}
<h3>Response Codes</h3>
${table(
  'response-codes',
  `Response codes of ${name}`,
  ['Code', 'Name', 'Meaning'],
  operation.outcomes.map(({ status, name: outcome, meaning }) => [html`${status}`, html`${outcome}`, inlineProse(meaning)]),
)}
${samples(operation)}
${mockValues(operation, mockCommand)}
</div>
<div class="operation-panel">
${
  operation.requestExample &&
  html`<h3>Request</h3>
${codeBlock(highlight(operation.requestExample.text, operation.requestExample.language), `Request of ${name}`)}`
}
${operation.responseExamples.map(
  ({ status, text, language }) => html`<h3>Response <small>${status}</small></h3>
${codeBlock(highlight(text, language), `Response ${status} of ${name}`)}`,
)}
</div>
</section>`.html;
}

function requestParameters({ requestParameters: parameters, requestBody }: OperationReference): Html | undefined {
  if (parameters.length === 0 && !requestBody) return undefined;
  return html`<h3>Request Parameters</h3>
<dl class="request-parameters">${parameters.map((one) => parameter(one, one.in))}</dl>
${requestBody && html`<p class="body-note">Body: ${bodySummary(requestBody)}</p>`}`;
}

function responseParameters({ responseBodies }: OperationReference): Html[] {
  return responseBodies.map(
    (body) => html`<h3>Response Parameters</h3>
<dl class="response-parameters">${body.fields.map((field) => parameter(field, body.status))}</dl>
<p class="body-note">Body of ${body.status} ${body.name}: <code>${body.mediaType}</code></p>`,
  );
}

function parameter(
  {
    name,
    type,
    required,
    meaning,
  }: OperationReference['requestParameters'][number] | { name: string; type: string; required: boolean; meaning: string },
  place: string,
): Html {
  return html`
<div><dt><span class="parameter">${name}</span> <span class="place">${place}</span></dt>
<dd><span class="type">(${type}${required ? ', required' : ''})</span> ${inlineProse(meaning)}</dd></div>`;
}

function bodySummary({ mediaType, required, description }: BodyReference): Html {
  return html`<code>${mediaType}</code>, ${required ? 'required' : 'optional'}${description && html`. ${inlineProse(description)}.`}`;
}

function samples({ name, samples: list, operationId }: OperationReference): Html | undefined {
  if (list.length === 0) return undefined;
  return html`<h3>Samples</h3>
<div class="samples" role="radiogroup" aria-label="Language of the samples of ${name}">${list.map(
    ({ label, lang, source }, index) => html`
<div class="sample"><label><input type="radio" name="sample-${operationId}" value="${label}"${index === 0 && trusted(' checked=""')}><span>${label}</span></label>
${codeBlock(highlight(source, lang), `${label} sample of ${name}`)}</div>`,
  )}
</div>`;
}

function mockValues(operation: OperationReference, mockCommand: string): Html | undefined {
  if (operation.scenarios.length === 0) return undefined;
  return html`<h3>Mock Values</h3>
<p>The mock server, which <code>${mockCommand}</code> starts, answers these values with these codes:</p>
${table(
  'mock-values',
  `Mock values of ${operation.name}`,
  ['Send', 'Code', 'Scenario'],
  operation.scenarios.map(({ name, inputs, status }) => [
    html`${inputs.map((input) => html`<div class="mock-input"><span class="place">${input.in === 'body' ? 'body' : `${input.in} ${input.name}`}</span> <code>${inputText(input) || '(empty)'}</code></div>`)}`,
    html`${status}`,
    html`<code>${breakable(name)}</code>`,
  ]),
)}`;
}

function table(kind: string, label: string, head: string[], rows: Html[][]): Html {
  return html`<div class="table" tabindex="0" role="region" aria-label="${label}"><table class="${kind}"><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${rows.map(
    (row) => html`
<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

function codeBlock(code: Html, name: string): Html {
  return html`<div class="code"><pre tabindex="0" aria-label="${name}"><code>${code}</code></pre><button type="button" class="copy" aria-label="Copy: ${name}">Copy</button></div>`;
}

/** Lets a long path or name break where it has a separator. */
function breakable(text: string): Html[] {
  return text.split(/(?<=[/_-])/).map((part) => html`${part}<wbr>`);
}
