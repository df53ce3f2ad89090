import type { DocumentedOperation } from '../../../../description/operations.js';
import { responseName } from '../../../../description/response-name.js';
import { scenarios, type ScenarioInput } from '../../../../description/scenarios.js';
import { statusCode } from '../../../../description/statuses.js';
import type { Description } from '../../../../description/types.js';
import { sampleRequest } from '../../../../requests/sample-request.js';
import { pageRequest, type PageRequest } from './page-request.js';
import { codeSpan, escapeActive } from '../../markdown/text.js';
import { jsonLine, parse } from '../json-text.js';

/** A row of the docs: a request to which the mock server returns a certain response. */
export interface MockExample {
  /** The name of the scenario. */
  scenario: string;
  inputs: Array<{
    /** `body`, or the place and name of a parameter. */
    place: string;
    /** The value on one line; empty for an empty text. */
    text: string;
    /** The summary of the example; empty when it has none. */
    summary: string;
  }>;
  /** The status code of the response. */
  status: number;
  /** The name of the response. */
  statusName: string;
  /** The request, as the page sends it. */
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

/** Renders mock examples as a Markdown table; an empty string when there are none. */
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
