import { html, type Content, type Html } from '../../html/html.js';
import { said } from '../../html/language.js';
import type { MockExample } from '../../reference/message/mock-examples.js';
import type { PageRequest } from '../../reference/message/page-request.js';
import type { OperationReference } from '../../reference/operation.js';

/** Renders an operation's mock examples. Each one has a button that sends the request to the mock server. */
export function mockExampleRows({ name, mockExamples }: OperationReference): Html | undefined {
  if (mockExamples.length === 0) return undefined;
  const problems = new Set(mockExamples.flatMap(({ request }) => request?.problem ?? []));
  const known = new Set<string>();
  return html`<h3>Mock Examples</h3>
<ul class="mock-examples" aria-label="Mock examples of ${name}">${mockExamples.map((example) => row(example, known))}</ul>
${[...problems].map((problem) => html`<p class="problem scripted">${problem}</p>`)}`;
}

/** Renders what mock examples are. The page says it once, for all operations. */
export function mockWords(mockCommand: string | undefined): Html {
  return html`<p>The mock server returns these responses for these inputs. They are test values of the mock, not behavior of the API.${mockCommand && html` Start it with <code>${mockCommand}</code>.`}</p>`;
}

/** Renders a row. @param known The summaries that earlier rows show already; new ones are added. */
function row({ inputs, status, scenario, request }: MockExample, known: Set<string>): Html {
  return html`
<li><strong>${status}</strong> <code>${scenario}</code>${request && html` ${sendButton(request, 'Send', scenario, false)}`}${inputs.map((input) => mockInput(input, known))}</li>`;
}

function mockInput({ place, text, summary }: MockExample['inputs'][number], known: Set<string>): Html {
  const isNew = summary !== '' && !known.has(summary);
  known.add(summary);
  const value = text === '' ? '(empty)' : html`<code>${unbroken(text)}</code>`;
  return html`<div>${place} ${value}${isNew && html` <span${said}>${summary}</span>`}</div>`;
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
    const button = html`<button type="button" class="send scripted" disabled aria-label="${label}: ${problem}">${text}</button>`;
    return isSaid ? html`<span class="scripted">${button} <small class="problem">${problem}</small></span>` : button;
  }
  return html`<button type="button" class="send scripted" data-request="${JSON.stringify(request)}" aria-label="${label}">${text}</button>`;
}

/** Keeps a browser from breaking a value after a sign such as a hyphen: it may break between the values, which spaces divide. */
function unbroken(text: string): Content[] {
  return text.split(/( )/).map((part) => (/^[\w{}[\]":,.@ ]*$/.test(part) ? part : html`<span class="word">${part}</span>`));
}
