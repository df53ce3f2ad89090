import { onceFor } from '../../description/once-for.js';
import { hasBody, responseKey } from '../../description/statuses.js';
import { readBody } from '../body/body.js';
import { unpackBody, type Unpacked } from '../body/content-coding.js';
import type { Headers } from '../message/headers.js';
import { unchecked, violation, warning, type Violation } from '../message/violation.js';
import { bodyViolations } from './body-violations.js';
import type { ContractOperation, ContractResponse } from '../operations.js';
import { parameterViolations } from '../parameters/parameter-violations.js';
import { challengeViolations } from './challenge.js';
import { shownNames } from './shown-names.js';

/** A response that is held to the description. */
export interface MeasuredResponse {
  status: number;
  /** The names in lower case; several fields of one name are joined with a comma and a space. */
  headers: Headers;
  /** The fields `Set-Cookie`, each for itself: they cannot be joined (RFC 6265, section 3). Default: none. */
  setCookies?: string[];
  /** As it was sent; `undefined` when it is too large to be held to the description. */
  body: Uint8Array | undefined;
}

/**
 * Holds a response to the description: status, headers, media type, charset, body. Of HTTP itself it checks that a 401
 * carries a challenge (RFC 9110, section 11.6.1).
 *
 * @param operation The operation that the request went to.
 * @param response The response, as it came.
 * @param method The method of the request; that of the operation unless it was HEAD, whose response has no body.
 * @returns Nothing for a response that is as documented; at once, unless its body is packed or a pattern may take long. No
 *   text in it holds a value of the response.
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
    schemas.run(() => [
      ...(response.status === 401 ? challengeViolations(security, headers['www-authenticate']) : []),
      ...headerViolations(operation, documented, response),
      ...(method === 'HEAD' ? [] : bodyFindings(operation, documented, response, unpacked)),
    ]);
  if (body === undefined || headers['content-encoding'] === undefined) return measured({ bytes: body ?? new Uint8Array() });
  return unpackBody(body, headers['content-encoding']).then(measured);
}

/** What was found before: an operation has few responses, and sends each again and again. */
const foundBefore = onceFor<ContractOperation, Map<number, ContractResponse | undefined>>(() => new Map());

/** What the description says of the responses of a status: by its number, its range or the default. */
export function documentedResponse(operation: ContractOperation, status: number): ContractResponse | undefined {
  const known = foundBefore(operation);
  if (known.has(status)) return known.get(status);
  const { responses } = operation;
  const found = responseKey(
    responses.map(({ key }) => key),
    status,
  );
  const response = responses.find(({ key }) => key === found);
  known.set(status, response);
  return response;
}

/**
 * `Content-Type` is looked at with the body (OpenAPI 3.1.1, Response Object: among the headers it is ignored). Of several
 * cookies the description can mean but one, which is the one that fits.
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
  const isCookieDocumented = documented.all.some(({ name }) => name.toLowerCase() === 'set-cookie');
  if (!isCookieDocumented || setCookies.length === 0) return violationsIn(headers);
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
  if (documented.media.length > 0) return bodyViolations(operation, documented, { headers, body, unpacked });
  // A problem body (RFC 9457) describes itself.
  const isProblem = status >= 400 && /^application\/problem\+json\b/i.test(headers['content-type'] ?? '');
  // What cannot be unpacked is there all the same.
  const bytes = 'bytes' in unpacked ? unpacked.bytes : body;
  if (bytes.length === 0) return [];
  if (isProblem) return problemViolations(bytes, response);
  const found = violation(['body'], 'undocumented-body', `has ${bytes.length} bytes, and no body is documented for ${status}.`);
  return [status < 400 ? found : { ...found, severity: 'Warning' }];
}

/** Whether what calls itself a problem body is one: a JSON object, of the status of its response (RFC 9457, section 3). */
function problemViolations(bytes: Uint8Array, { status, headers }: MeasuredResponse): Violation[] {
  const { value, violations } = readBody(bytes, headers['content-type']);
  if (violations.length > 0) return violations;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [violation(['body'], 'type', 'must be object: it is a problem body (RFC 9457, section 3).')];
  const isOther = 'status' in value && value.status !== status;
  return isOther
    ? [warning(['body', 'status'], 'const', `must be ${status}, as that of the response (RFC 9457, section 3.1.2).`)]
    : [];
}
