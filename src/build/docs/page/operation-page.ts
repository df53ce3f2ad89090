import { codeBlock } from '../html/code-block.js';
import { html, type Html } from '../html/html.js';
import { inlineProse, leadAndRest } from '../html/prose.js';
import { breakable, table } from '../html/table.js';
import type { BodyReference, OperationReference } from '../reference/reference.js';
import { codeSamples } from './code-samples.js';
import { mockExampleRows, sendButton } from './mock-parts.js';

/**
 * Renders an operation as HTML: its text, and beside it the request and the response.
 *
 * @param mockCommand What starts the mock server; `undefined` where no command is known.
 */
export function operationPage(operation: OperationReference, mockCommand: string | undefined): Html {
  const { name, method, path, anchor, description, operationId } = operation;
  const { lead, rest } = leadAndRest(description, 3);
  return html`<section class="operation" id="${anchor}" aria-labelledby="name-${operationId}">
<div class="operation-text operation-start">
<h2 id="name-${operationId}"><span class="operation-name">${name}</span> <span class="endpoint"><span class="method method-${method.toLowerCase()}">${method}</span> <span class="path">${breakable(path)}</span></span> <a class="link-here" href="#${anchor}" aria-label="Link to ${name}">#</a></h2>
${operation.deprecated && html`<p class="deprecated">Deprecated: do not use it in new code.</p>`}
<div class="prose lead">${lead}</div>
<div class="prose">${rest}</div>
${requestParameters(operation)}
</div>
<div class="operation-panel"><div class="panel-content">
${requestPanel(operation)}
${operation.responseExamples.map(
  ({ status, text, language }) => html`<h3>Response <small>${status}</small></h3>
${codeBlock(text, language, `Response ${status} of ${name}`)}`,
)}
${operation.responseExamples.length === 0 && operation.request && emptyResponse(operation)}
</div></div>
<div class="operation-text operation-rest">
${responseParameters(operation)}
<h3>Response Codes</h3>
${table(
  'response-codes',
  `Response codes of ${name}`,
  ['Code', 'Name', 'Meaning'],
  operation.responses.map(({ status, name: responseName, meaning }) => [
    html`<td>${status}</td>`,
    html`<td>${responseName}</td>`,
    html`<td>${inlineProse(meaning)}</td>`,
  ]),
)}
${codeSamples(operation)}
${mockExampleRows(operation, mockCommand)}
</div>
</section>`;
}

/** What a success without a body looks like. */
function emptyResponse({ responses, responseBodies }: OperationReference): Html | undefined {
  const success = responses.find(({ status }) => status.startsWith('2'));
  if (!success || responseBodies.some(({ status }) => status === success.status)) return undefined;
  return html`<h3>Response <small>${success.status}</small></h3>
<p>No body</p>`;
}

function requestPanel({ name, requestExample, request, isWithoutBody }: OperationReference): Html | undefined {
  if (!requestExample && !request) return undefined;
  return html`<h3>Request</h3>
${requestExample && codeBlock(requestExample.text, requestExample.language, `Request of ${name}`)}
${request && sendButton(request, isWithoutBody ? 'Send to the mock without the body' : 'Send to the mock', name)}`;
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
  { name, type, requirement, meaning }: { name: string; type: string; requirement: string; meaning: string },
  place: string,
): Html {
  const words = requirement ? `${type}, ${requirement}` : type;
  return html`
<div><dt><span class="parameter">${breakable(name)}</span> <span class="place">${place}</span></dt>
<dd><span class="type">${words}</span> ${meaning && html`<div class="meaning">${inlineProse(meaning)}</div>`}</dd></div>`;
}

function bodySummary({ mediaType, required, description }: BodyReference): Html {
  return html`<code>${mediaType}</code>, ${required ? 'required' : 'optional'}${description && html`. ${inlineProse(description.replace(/\.$/, ''))}.`}`;
}
