import { codeBlock } from '../../html/code-block.js';
import { html, trusted, type Html } from '../../html/html.js';
import { said } from '../../html/language.js';
import { inlineProse } from '../../html/prose.js';
import { wordsHtml } from '../../html/words.js';
import type { ShownExample } from '../../reference/message/example.js';
import type { OperationReference } from '../../reference/operation.js';
import { sendButton } from './mock-parts.js';

/** How many tabs the style sheet knows. */
const mostTabs = 12;

/** Renders the dark panel beside an operation: the request, and an example of each response that has a body. */
export function operationPanel(operation: OperationReference): Html {
  const { name, responses, anchor } = operation;
  const shown = responses.filter(({ examples }) => examples.length > 0);
  return html`<div class="operation-panel"><div class="panel-content">
${requestPart(operation)}
${shown.map(
  ({ status, examples }) => html`<h3>Response <small>${status}</small></h3>
${exampleTabs(examples, `Response ${status} of ${name}`, `${anchor}-${status}`)}`,
)}
${shown.length === 0 && operation.sendable && emptyResponse(operation)}
</div></div>`;
}

function requestPart({ name, panel, sendable, isWithoutBody, anchor }: OperationReference): Html | undefined {
  const { head, bodies } = panel;
  if (head === '' && bodies.length === 0 && !sendable) return undefined;
  return html`<h3>Request</h3>
${head !== '' && codeBlock(head, 'http', `Request of ${name}`)}
${exampleTabs(bodies, `${head === '' ? 'Request' : 'Body'} of ${name}`, `${anchor}-request`)}
${sendable && sendButton(sendable, isWithoutBody ? 'Send to the mock without the body' : 'Send to the mock', name)}`;
}

/** Renders the examples of a callback, which has no panel of its own. */
export function callbackExamples({ name, panel, responses, anchor }: OperationReference): Html[] {
  return [
    ...exampleTabs(panel.bodies, `Request of ${name}`, `${anchor}-request`),
    ...responses.flatMap(({ status, examples }) => exampleTabs(examples, `Response ${status} of ${name}`, `${anchor}-${status}`)),
  ];
}

/** What a success without a body looks like. */
function emptyResponse({ responses }: OperationReference): Html | undefined {
  const success = responses.find(({ status }) => status.startsWith('2'));
  if (!success || success.bodies.length > 0) return undefined;
  return html`<h3>Response <small>${success.status}</small></h3>
<p>No body</p>`;
}

/** Several examples are chosen by tabs, which work without scripts. */
function exampleTabs(examples: ShownExample[], label: string, group: string): Html[] {
  if (examples.length < 2) return examples.map((one) => html`${example(one, label)}`);
  const chunks = Array.from({ length: Math.ceil(examples.length / mostTabs) }, (_, index) =>
    examples.slice(index * mostTabs, (index + 1) * mostTabs),
  );
  return chunks.map(
    (chunk, part) => html`<div class="examples">
<div class="tabs" role="radiogroup" aria-label="Examples: ${label}">${chunk.map(
      (one, index) =>
        html`<label><input type="radio" name="example-${group}-${part}" value="${index}"${index === 0 && trusted(' checked')}><span>${one.label || `Example ${index + 1}`}</span></label>`,
    )}</div>
${chunk.map((one, index) => html`<div class="example" data-example="${index}">${example(one, `${label}: ${one.label || index + 1}`)}</div>`)}
</div>`,
  );
}

function example({ words, text, language, href, label }: ShownExample, name: string): Html {
  return html`${label && html`<p class="example-name">${label}</p>`}${words && html`<div class="example-words"${said}>${inlineProse(words)}</div>`}${text !== '' && codeBlock(text, language, name)}${href !== undefined && html`<p>${wordsHtml([{ href, text: href }])}</p>`}`;
}
