import { namedExamples } from '../../description/operations.js';
import { responseNamed, scenarios } from '../../description/scenarios.js';
import { hasBody, isStatusOf } from '../../description/statuses.js';
import type { Preferences } from './prefer.js';
import { problem } from '../../contract/message/response.js';
import type { ContractOperation } from '../../contract/operations.js';
import type { ResponseChoice } from './prism/prism-types.js';
import type { SourcedResponse } from './response-source.js';

/**
 * Finds the response that a client chooses by status code or name.
 *
 * @returns The choice; or a complete response, when the status code is not documented or the choice is not possible;
 *   `undefined` when the client chooses nothing.
 */
export function preferredResponse(
  operation: ContractOperation,
  { code, example, undocumented }: Preferences,
): ResponseChoice | SourcedResponse | undefined {
  if (code !== undefined && code < 200) {
    const why = `The status ${code} announces another response, so it cannot be the response: ask for 200 to 599.`;
    return { response: problem(400, why), violations: [] };
  }
  if (code !== undefined && !isDocumented(operation, code)) {
    return undocumented ? undocumentedResponse(code) : unknownStatus(operation, code);
  }
  if (example === undefined) return code === undefined ? undefined : { code };
  const { documented, description } = operation;
  const responses = documented.responses.filter(({ status }) => code === undefined || isStatusOf(status, code));
  const found = responseNamed(description, { ...documented, responses }, example);
  if (found) return { code: code ?? found.status, ...(found.hasBody && { exampleKey: example }) };
  return unknownExample(operation, example);
}

/** The names with which a client can choose a response of an operation: those of its scenarios and of its response examples. */
export function exampleNames({ documented, description }: ContractOperation): string[] {
  const media = documented.responses.flatMap(({ response }) => Object.values(response.content ?? {}));
  const names = media.flatMap((one) => [...namedExamples(description, one).keys()]);
  return [...new Set([...scenarios(description, documented).map(({ name }) => name), ...names])];
}

/** Whether the operation documents a status code, by number, range or `default`. */
export function isDocumented({ documented }: ContractOperation, code: number): boolean {
  return documented.responses.some(({ status }) => isStatusOf(status, code));
}

/** Status codes with which a server may send Retry-After (RFC 9110, section 10.2.3; RFC 6585, section 4). */
const retriable = [429, 503];

/**
 * Makes a response with a status code that the description does not document, to test how a client handles it. The header
 * `mock-undocumented` marks the response.
 */
function undocumentedResponse(status: number): SourcedResponse {
  const headers = { 'mock-undocumented': 'true', ...(retriable.includes(status) && { 'retry-after': '1' }) };
  if (!hasBody(status)) return { response: { status, headers, body: undefined } };
  const why = 'The description does not document this status. The mock sent it because "undocumented=true" asked for it.';
  return { response: problem(status, why, {}, headers) };
}

function unknownStatus({ documented }: ContractOperation, code: number): SourcedResponse {
  const statuses = documented.responses.map(({ status }) => status);
  const why = `This operation does not document the status ${code}. Available statuses are listed in "statuses"; "Prefer: code=${code}, undocumented=true" sends it all the same.`;
  return { response: problem(404, why, { statuses }), violations: [] };
}

function unknownExample(operation: ContractOperation, example: string): SourcedResponse {
  const why = `This operation has no example "${example}". Available examples are listed in "examples".`;
  return { response: problem(404, why, { examples: exampleNames(operation) }), violations: [] };
}
