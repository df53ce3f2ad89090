import { html, type Html } from '../../html/html.js';
import { said } from '../../html/language.js';
import { table } from '../../html/table.js';
import type { MockExample } from '../../reference/message/mock-examples.js';
import type { PageRequest } from '../../reference/message/page-request.js';
import type { OperationReference } from '../../reference/operation.js';

/** Renders the table of an operation's mock examples. Each row has a button that sends the request to the mock server. */
export function mockExampleRows({ name, mockExamples }: OperationReference): Html | undefined {
  if (mockExamples.length === 0) return undefined;
  const problems = new Set(mockExamples.flatMap(({ request }) => request?.problem ?? []));
  const known = new Set<string>();
  return html`<h3>Mock Examples</h3>
${table(
  'mock-examples',
  `Mock examples of ${name}`,
  ['Request', 'Response', html`<th scope="col" class="scripted">Try</th>`],
  mockExamples.map((example) => row(example, known)),
)}
${[...problems].map((problem) => html`<p class="problem scripted">${problem}</p>`)}`;
}

/** Renders what mock examples are. The page says it once, for all operations. */
export function mockWords(mockCommand: string | undefined): Html {
  return html`<p>The mock server returns these responses for these inputs. They are test values of the mock, not behavior of the API.${mockCommand && html` Start it with <code>${mockCommand}</code>.`}</p>`;
}

/** Renders a row. @param known The summaries that earlier rows show already; new ones are added. */
function row({ inputs, status, scenario, request }: MockExample, known: Set<string>): Html[] {
  return [
    html`<td>${inputs.map((input) => mockInput(input, known))}</td>`,
    html`<td><span class="mock-status">${status}</span> <code>${scenario}</code></td>`,
    html`<td class="scripted">${request && sendButton(request, 'Send', scenario, false)}</td>`,
  ];
}

function mockInput({ place, text, summary }: MockExample['inputs'][number], known: Set<string>): Html {
  const isNew = summary !== '' && !known.has(summary);
  known.add(summary);
  const value = text === '' ? html`<span class="empty">(empty)</span>` : html`<code>${breakableJson(text)}</code>`;
  return html`<div class="mock-input"><span class="place">${place}</span> ${value}${isNew && html` <span class="summary"${said}>${summary}</span>`}</div>`;
}

/**
 * Renders a button that sends a request to the mock server. When a browser cannot send it, the button is off and says why.
 *
 * @param subject What the button sends, for screen readers, which may read the button alone.
 * @param isSaid Whether the reason is shown beside the button. Default: true.
 */
export function sendButton({ problem, ...request }: PageRequest, text: string, subject: string, isSaid: boolean = true): Html {
  const label = `${text}: ${subject}`;
  if (problem) {
    return html`<span class="scripted"><button type="button" class="send" disabled aria-label="${label}: ${problem}">${text}</button>${isSaid && html` <small class="problem">${problem}</small>`}</span>`;
  }
  return html`<button type="button" class="send scripted" data-request="${JSON.stringify(request)}" aria-label="${label}">${text}</button>`;
}

/** Lets a browser break JSON on one line between its values, but not inside a value. */
function breakableJson(text: string): Html {
  return html`<span class="json-line">${text.split(' ').map((part, index) => html`${index > 0 && ' '}<span class="word">${part}</span>`)}</span>`;
}
