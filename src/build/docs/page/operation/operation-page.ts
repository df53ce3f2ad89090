import { html, type Html } from '../../html/html.js';
import { said } from '../../html/language.js';
import { inlineProse, leadAndRest, prose } from '../../html/prose.js';
import { breakable, table } from '../../html/table.js';
import { detailsHtml } from '../../html/words.js';
import type { OperationReference } from '../../reference/operation.js';
import type { ServerReference } from '../../reference/server.js';
import { requestParameters, responseParameters } from './body-parts.js';
import { codeSamples } from './code-samples.js';
import { heading, type Level } from './heading.js';
import { mockExampleRows } from './mock-parts.js';
import { callbackExamples, operationPanel } from './panel-parts.js';

/** Renders an operation as HTML: its text, with a panel for the request and the responses beside it. */
export function operationPage(operation: OperationReference): Html {
  const { anchor } = operation;
  return html`<section class="operation" id="${anchor}" aria-labelledby="name-${anchor}">
<div class="operation-text operation-start">
<h2 id="name-${anchor}"><span class="operation-name"${said}>${operation.name}</span> <a class="link-here" href="#${anchor}" aria-label="Link to ${operation.name}">#</a></h2>
${introduction(operation, 3)}
${requestParameters(operation, 3)}
</div>
${operationPanel(operation)}
<div class="operation-text operation-rest">
${responses(operation, 3)}
${callbacks(operation, 3)}
${codeSamples(operation)}
${mockExampleRows(operation)}
</div>
</section>`;
}

/** Renders the method, the path, and what applies to the whole operation. */
function introduction(operation: OperationReference, level: Level): Html {
  const { method, path, kind, deprecated, description, pathWords, details, servers, security, tags } = operation;
  const { lead, rest } = leadAndRest(description, level);
  return html`<p class="endpoint"><span class="method method-${method.toLowerCase()}">${method}</span> <span class="path">${breakable(path)}</span></p>
${kind !== 'operation' && html`<p class="outgoing">${kind === 'webhook' ? 'Webhook: the API sends this request to you.' : 'Callback: the API sends this request to the address above.'}</p>`}
${deprecated && html`<p class="deprecated">Deprecated: do not use it in new code.</p>`}
<div class="description"${said}><div class="prose lead">${lead}</div>
<div class="prose">${rest}</div></div>
${pathWords && html`<div class="prose"${said}>${prose(pathWords, level)}</div>`}
${detailsHtml([
  ...details,
  ...(tags.length > 1 ? [{ label: 'Tags', words: [tags.join(', ')] }] : []),
  ...(security.words.length > 0 ? [{ label: 'Authentication', words: security.words }] : []),
])}
${servers.map(server)}`;
}

/** Renders a server of this operation or its path. */
function server({ url, name, description, variables }: ServerReference): Html {
  return html`<div class="own-server">Server <code>${url}</code>${name && html` <span${said}>${name}</span>`}${description && html` <span${said}>${inlineProse(description)}</span>`}${detailsHtml(variables)}</div>`;
}

function responses({ name, kind, responses: all }: OperationReference, level: Level): Html | undefined {
  if (all.length === 0) return undefined;
  return html`${responseParameters(all, level)}
${heading(level, kind === 'operation' ? 'Response Codes' : 'What to answer')}
${table(
  'response-codes',
  `Response codes of ${name}`,
  ['Code', 'Name', 'Meaning'],
  all.map(({ status, name: responseName, meaning }) => [
    html`<td>${status}</td>`,
    html`<td>${responseName}</td>`,
    html`<td${said}>${inlineProse(meaning)}</td>`,
  ]),
)}`;
}

/** Renders the callbacks of an operation: requests that the API sends because of it. */
function callbacks({ callbacks: all }: OperationReference, level: Level): Html | undefined {
  if (all.length === 0) return undefined;
  return html`${heading(level, 'Callbacks')}
${all.map(
  (one) => html`<section class="callback" id="${one.anchor}" aria-label="${one.name}">
${heading(level + 1, one.name)}
${introduction(one, level + 2)}
${requestParameters(one, level + 2)}
${callbackExamples(one)}
${responses(one, level + 2)}
${callbacks(one, level + 2)}
</section>`,
)}`;
}
