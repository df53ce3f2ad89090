import { html, type Html } from '../../html/html.js';
import { said } from '../../html/language.js';
import { table } from '../../html/table.js';
import type { MockExample } from '../../reference/message/mock-examples.js';
import type { PageRequest } from '../../reference/message/page-request.js';
import type { OperationReference } from '../../reference/operation.js';

/** Renders the table of mock examples of an operation; each row has a button that sends it to the mock server. */
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

/** Says once what the mock examples of all operations are. */
export function mockWords(mockCommand: string | undefined): Html {
  return html`<p>The mock server returns these responses for these inputs. They are test values of the mock, not behavior of the API.${mockCommand && html` Start it with <code>${mockCommand}</code>.`}</p>`;
}

/** @param known What has been said of values in the rows before. */
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
 * Renders a button that sends a request to the mock server, or says why a browser cannot.
 *
 * @param subject What is sent, for those who hear the button without what is around it.
 * @param isSaid Whether the reason stands beside the button. Default: it does.
 */
export function sendButton({ problem, ...request }: PageRequest, text: string, subject: string, isSaid: boolean = true): Html {
  const label = `${text}: ${subject}`;
  if (problem) {
    return html`<span class="scripted"><button type="button" class="send" disabled aria-label="${label}: ${problem}">${text}</button>${isSaid && html` <small class="problem">${problem}</small>`}</span>`;
  }
  return html`<button type="button" class="send scripted" data-request="${JSON.stringify(request)}" aria-label="${label}">${text}</button>`;
}

/** Lets JSON on one line break between its values, never within one. */
function breakableJson(text: string): Html {
  return html`<span class="json-line">${text.split(' ').map((part, index) => html`${index > 0 && ' '}<span class="word">${part}</span>`)}</span>`;
}
