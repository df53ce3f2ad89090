import { resolve } from '../../description/resolve.js';
import { violation, type Violation } from '../message/violation.js';
import { diagnoseResponse, type PrismOperation } from '../../mock/making/prism/prism.js';
import type { CheckedOperation } from './checked-operation.js';
import { explainResponse } from './explain-response.js';
import type { ReceivedResponse } from './received-response.js';

/** The operation with one header of one response alone, by the key of the response and the name of the header. */
const prepared = new WeakMap<PrismOperation, Map<string, PrismOperation | undefined>>();

/**
 * Holds the headers of a response to those that the description gives for it. `Content-Type` is looked at with the body
 * (OpenAPI 3.1.1, Response Object: among the headers it is ignored).
 */
export function headerViolations(
  { prism, documented, description }: CheckedOperation,
  key: string,
  { status, headers }: ReceivedResponse,
): Violation[] {
  const headersInDescription = documented.responses.find((one) => one.status === key)?.response.headers ?? {};
  return Object.entries(headersInDescription).flatMap(([name, reference]): Violation[] => {
    const value = headers[name.toLowerCase()];
    if (name.toLowerCase() === 'content-type') return [];
    const location = ['header', name.toLowerCase()];
    if (value === undefined)
      return resolve(description, reference).required ? [violation(location, 'required', 'is missing.')] : [];
    const operation = withHeader(prism, key, name);
    if (!operation) return [];
    try {
      const diagnostics = diagnoseResponse(operation, { statusCode: status, headers: { [name]: value }, body: undefined });
      return diagnostics.map((one) => explainResponse(one, description));
    } catch {
      return [violation(location, 'format', 'cannot be read as it is documented.')];
    }
  });
}

function withHeader(prism: PrismOperation, key: string, name: string): PrismOperation | undefined {
  const known = prepared.get(prism) ?? new Map<string, PrismOperation | undefined>();
  prepared.set(prism, known);
  const place = `${key} ${name}`;
  if (!known.has(place)) {
    const response = prism.responses.find(({ code }) => code.toLowerCase() === key.toLowerCase());
    const headers = (response?.headers ?? []).filter((header) => header.name.toLowerCase() === name.toLowerCase());
    const isThere = response !== undefined && headers.length > 0;
    known.set(place, isThere ? { ...prism, responses: [{ ...response, headers, contents: [] }] } : undefined);
  }
  return known.get(place);
}
