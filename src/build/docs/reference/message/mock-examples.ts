import type { DocumentedOperation } from '../../../../description/operations.js';
import { responseName } from '../../../../description/response-name.js';
import { scenarios, type ScenarioInput } from '../../../../description/scenarios.js';
import { statusCode } from '../../../../description/statuses.js';
import type { Description } from '../../../../description/types.js';
import { sampleRequest } from '../../../../requests/sample-request.js';
import { pageRequest, type PageRequest } from './page-request.js';
import { codeSpan, escapeActive } from '../../markdown/text.js';
import { jsonLine, parse } from '../json-text.js';

/** A request that the mock server answers with a certain response: one row of the docs. */
export interface MockExample {
  /** The name of the scenario. */
  scenario: string;
  inputs: Array<{
    /** Where the value stands: `body`, or the place and the name of a parameter. */
    place: string;
    /** The value on one line; empty where an empty text is sent. */
    text: string;
    /** What the description says of the value; empty where it says nothing. */
    summary: string;
  }>;
  /** The status as it is sent. */
  status: number;
  /** The name of the response. */
  statusName: string;
  /** How the page sends it. */
  request: PageRequest | undefined;
}

/** Lists the mock examples of an operation: its scenarios, in the order of the description. */
export function mockExamples(description: Description, operation: DocumentedOperation): MockExample[] {
  return scenarios(description, operation).map(({ name, inputs, status }) => {
    const documented = operation.responses.find((one) => statusCode(one.status) === status);
    const sample = sampleRequest(description, operation, name);
    return {
      scenario: name,
      inputs: inputs.map((input) => ({
        place: input.in === 'body' ? 'body' : `${input.in} ${input.name}`,
        text: inputText(input),
        summary: input.summary,
      })),
      status,
      statusName: documented ? responseName(documented.status, documented.response) : '',
      request: sample && pageRequest(sample),
    };
  });
}

/** Renders mock examples as a Markdown table; empty where there are none. */
export function mockExampleTable(examples: MockExample[]): string {
  if (examples.length === 0) return '';
  const rows = examples.map(({ scenario, inputs, status, statusName }) => {
    const sent = inputs.map(
      ({ place, text }) => `${escapeActive(place)} ${text === '' ? '(empty)' : codeSpan(text).replaceAll('|', '\\|')}`,
    );
    return `| ${sent.join('<br>')} | ${status} ${escapeActive(statusName)} | ${codeSpan(scenario).replaceAll('|', '\\|')} |`;
  });
  return ['| Request | Response | Scenario |', '|---|---|---|', ...rows].join('\n');
}

function inputText({ value, holdsJson }: ScenarioInput): string {
  if (typeof value !== 'string') return jsonLine(value);
  const json = holdsJson ? parse(value) : undefined;
  return json === undefined ? value : jsonLine(json);
}
