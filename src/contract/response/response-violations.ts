import { onceFor, onceForFirst } from '../../description/once-for.js';
import { hasBody, responseKey } from '../../description/statuses.js';
import { unpackBody, type Unpacked } from '../body/content-coding.js';
import type { Headers } from '../message/headers.js';
import { unchecked, violation, type Violation } from '../message/violation.js';
import { bodyViolations } from './body-violations.js';
import type { ContractOperation, ContractResponse } from '../operations.js';
import { parameterViolations } from '../parameters/parameter-violations.js';
import { challengeViolations } from './challenge.js';
import { isProblem, problemViolations } from './problem-body.js';
import { shownNames } from './shown-names.js';

/** A response to validate. */
export interface MeasuredResponse {
  status: number;
  /** By names in lower case. Several headers with the same name are joined with a comma and a space. */
  headers: Headers;
  /** The `Set-Cookie` headers, one by one, since they cannot be joined (RFC 6265, section 3). Default: none. */
  setCookies?: string[];
  /** As sent; `undefined` if it is too large to be validated. */
  body: Uint8Array | undefined;
}

/**
 * Validates a response: its status code, headers, media type, charset and body. It also checks that a 401 has a challenge (RFC
 * 9110, section 11.6.1).
 *
 * @param operation The operation that the request called.
 * @param response The response as received.
 * @param method The method of the request. Pass HEAD for a request with that method, since its response has no body. Default:
 *   the method of the operation.
 * @returns The violations; empty for a response as documented. A promise only if the body is compressed or a pattern may take
 *   long. They contain no values of the response.
 */
export function responseViolations(
  operation: ContractOperation,
  response: MeasuredResponse,
  method: string = operation.documented.method,
): Violation[] | Promise<Violation[]> {
  const { responses, schemas, security } = operation;
  const { body, headers } = response;
  const documented = documentedResponse(operation, response.status);
  if (!documented) {
    const keys = responses.map(({ key }) => key);
    const documentedKeys = keys.length > 0 ? `documented: ${keys.join(', ')}` : 'no status is documented';
    const found = `${response.status} is not documented for this operation (${documentedKeys}).`;
    return [violation(['status'], 'undocumented-status', found)];
  }
  const measured = (unpacked: Unpacked): Violation[] | Promise<Violation[]> =>
    schemas.run(() => {
      const found = response.status === 401 ? challengeViolations(security, headers['www-authenticate']) : [];
      found.push(...headerViolations(operation, documented, response));
      if (method !== 'HEAD') found.push(...bodyFindings(operation, documented, response, unpacked));
      return found;
    });
  if (body === undefined || headers['content-encoding'] === undefined) return measured({ bytes: body ?? new Uint8Array() });
  return unpackBody(body, headers['content-encoding']).then(measured);
}

/** The documented response for a status code: by its number, its range or `default`. */
export function documentedResponse(operation: ContractOperation, status: number): ContractResponse | undefined {
  return finderIn(operation)(status);
}

/** An operation has few responses, which are repeated often. */
const finderIn = onceFor(({ responses }: ContractOperation) => {
  const keys = responses.map(({ key }) => key);
  return onceForFirst(100, (status: number): ContractResponse | undefined => {
    const found = responseKey(keys, status);
    return responses.find(({ key }) => key === found);
  });
});

/**
 * Validates the headers, except `Content-Type`, which is checked with the body (OpenAPI 3.1.1, Response Object). If there are
 * several cookies, a documented `Set-Cookie` can describe only one, so the best match counts.
 */
function headerViolations(
  { schemas, description }: ContractOperation,
  { headers: documented }: ContractResponse,
  { headers, setCookies = [] }: MeasuredResponse,
): Violation[] {
  const violationsIn = (one: Headers): Violation[] => {
    const read = documented.reader.read({ path: '', search: '', headers: one });
    return parameterViolations(schemas, documented.schemas, read, 'response', shownNames(description));
  };
  if (setCookies.length === 0) return violationsIn(headers);
  const ofEach = setCookies.map((field) => violationsIn({ ...headers, 'set-cookie': field }));
  return ofEach.reduce((fewest, one) => (one.length < fewest.length ? one : fewest));
}

function bodyFindings(
  operation: ContractOperation,
  documented: ContractResponse,
  response: MeasuredResponse,
  unpacked: Unpacked,
): Violation[] {
  const { status, body, headers } = response;
  if (!hasBody(status)) return [];
  if (body === undefined) return [unchecked(['body'], 'it is too large, or does not end.')];
  if (documented.media.length > 0) return bodyViolations(operation, documented, { status, headers, body, unpacked });
  // A body that cannot be decompressed still counts as a body.
  const bytes = 'bytes' in unpacked ? unpacked.bytes : body;
  if (bytes.length === 0) return [];
  // A problem body (RFC 9457) needs no documentation.
  if (isProblem(status, headers['content-type'])) return problemViolations(bytes, headers['content-type'], status);
  const found = violation(['body'], 'undocumented-body', `has ${bytes.length} bytes, and no body is documented for ${status}.`);
  // Errors and redirects often have a body for people (RFC 9110, section 15.4.2). No program depends on it.
  return [status < 300 ? found : { ...found, severity: 'Warning' }];
}
