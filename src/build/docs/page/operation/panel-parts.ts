import { codeBlock } from '../../html/code-block.js';
import { html, type Html } from '../../html/html.js';
import { said } from '../../html/language.js';
import { inlineProse } from '../../html/prose.js';
import { wordsHtml } from '../../html/words.js';
import type { ShownExample } from '../../reference/message/example.js';
import type { OperationReference } from '../../reference/operation.js';
import { sendButton } from './mock-parts.js';
import { tabs } from './tabs.js';

/** Renders the dark panel beside an operation: the request, and the examples of each response. */
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

/** Renders the examples of a callback in its text, since callbacks have no panel. */
export function callbackExamples({ name, panel, responses, anchor }: OperationReference): Html[] {
  return [
    ...exampleTabs(panel.bodies, `Request of ${name}`, `${anchor}-request`),
    ...responses.flatMap(({ status, examples }) => exampleTabs(examples, `Response ${status} of ${name}`, `${anchor}-${status}`)),
  ];
}

/** Renders a successful response without a body. */
function emptyResponse({ responses }: OperationReference): Html | undefined {
  const success = responses.find(({ status }) => status.startsWith('2'));
  if (!success || success.bodies.length > 0) return undefined;
  return html`<h3>Response <small>${success.status}</small></h3>
<p>No body</p>`;
}

function exampleTabs(examples: ShownExample[], label: string, group: string): Html[] {
  const [only, ...others] = examples;
  if (!only) return [];
  if (others.length === 0) return [html`${only.label && html`<p class="example-name">${only.label}</p>`}${example(only, label)}`];
  const panes = examples.map((one, index) => {
    const name = one.label || `Example ${index + 1}`;
    return { label: name, content: example(one, `${label}: ${name}`) };
  });
  return tabs('example', `Examples: ${label}`, group, panes);
}

function example({ words, text, language, href }: ShownExample, name: string): Html {
  return html`${words && html`<div class="example-words"${said}>${inlineProse(words)}</div>`}${text !== '' && codeBlock(text, language, name)}${href !== undefined && html`<p>${wordsHtml([{ href, text: href }])}</p>`}`;
}
