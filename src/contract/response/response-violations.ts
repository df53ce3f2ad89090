import { authenticationScheme, credentialPlace, securityAlternatives } from '../../description/authentication.js';
import { hasBody, responseKey } from '../../description/statuses.js';
import type { Response } from '../../description/types.js';
import { readBody } from '../message/body.js';
import { unpackBody } from '../message/content-coding.js';
import { without, type Headers } from '../message/headers.js';
import { violation, type Violation } from '../message/violation.js';
import { bodyViolations, uncheckedRule } from './body-violations.js';
import { headerViolations } from './header-violations.js';
import { challengeSchemes } from './challenge-schemes.js';
import type { CheckedOperation } from './checked-operation.js';
import type { ReceivedResponse } from './received-response.js';

/**
 * Holds a response to the description: status, headers, media type, charset, body. Of HTTP itself it checks that a 401
 * carries a challenge (RFC 9110, section 11.6.1).
 *
 * @param operation The operation that the request went to.
 * @param response The response, as it came.
 * @param method The method of the request; that of the operation unless it was HEAD, whose response has no body.
 * @returns Nothing for a response that is as documented. No text in it holds a value of the response.
 */
export async function responseViolations(
  operation: CheckedOperation,
  response: ReceivedResponse,
  method: string = operation.documented.method,
): Promise<Violation[]> {
  const { responses } = operation.documented;
  const keys = responses.map(({ status }) => status);
  const key = responseKey(keys, response.status);
  const documented = responses.find(({ status }) => status === key)?.response;
  if (key === undefined || !documented) {
    const documentedKeys = keys.length > 0 ? `documented: ${keys.join(', ')}` : 'no status is documented';
    return [
      error(
        violation(
          ['status'],
          'undocumented-status',
          `${response.status} is not documented for this operation (${documentedKeys}).`,
        ),
      ),
    ];
  }
  return [
    ...challengeViolations(operation, response).map(error),
    ...headerViolations(operation, key, response).map(error),
    ...(await bodyFindings(operation, key, documented, response, method)),
  ];
}

async function bodyFindings(
  operation: CheckedOperation,
  key: string,
  documented: Response,
  response: ReceivedResponse,
  method: string,
): Promise<Violation[]> {
  const { status, body, headers } = response;
  const hasNoBody = method === 'HEAD' || !hasBody(status);
  if (hasNoBody) return [];
  if (body === undefined)
    return [error(violation(['body'], uncheckedRule, 'could not be validated: it is too large, or does not end.'))];
  if (Object.keys(documented.content ?? {}).length > 0) {
    return (await bodyViolations(operation, key, { headers, body })).map(error);
  }
  // A problem body (RFC 9457) describes itself.
  const isProblem = status >= 400 && /^application\/problem\+json\b/i.test(headers['content-type'] ?? '');
  const unpacked = await unpackBody(body, headers['content-encoding']);
  // What cannot be unpacked is there all the same.
  const bytes = 'bytes' in unpacked ? unpacked.bytes : body;
  if (bytes.length === 0) return [];
  if (isProblem) return problemViolations(bytes, headers).map(error);
  const found = violation(['body'], 'undocumented-body', `has ${bytes.length} bytes, and no body is documented for ${status}.`);
  return [status < 400 ? error(found) : { ...found, severity: 'Warning' }];
}

/** Whether what calls itself a problem body is one: a JSON object (RFC 9457, section 3). */
function problemViolations(bytes: Uint8Array, headers: Headers): Violation[] {
  const { value, violations } = readBody(bytes, without(headers, 'content-encoding'));
  if (violations.length > 0) return violations;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? [] : [violation(['body'], 'type', 'must be object: it is a problem body (RFC 9457, section 3).')];
}

function challengeViolations({ description, documented }: CheckedOperation, { status, headers }: ReceivedResponse): Violation[] {
  if (status !== 401) return [];
  const challenge = headers['www-authenticate'] ?? '';
  if (challenge === '') {
    return [
      violation(['header', 'www-authenticate'], 'required', 'is missing: a 401 carries a challenge (RFC 9110, section 11.6.1).'),
    ];
  }
  const schemes = securityAlternatives(description, documented)
    .flat()
    .filter((scheme) => credentialPlace(scheme)?.name.toLowerCase() === 'authorization')
    .map((scheme) => authenticationScheme(scheme))
    .filter((word) => word !== undefined);
  const named = challengeSchemes(challenge);
  if (schemes.length === 0 || schemes.some((word) => named.includes(word.toLowerCase()))) return [];
  return [
    violation(['header', 'www-authenticate'], 'challenge', `does not name the authentication scheme ${schemes.join(' or ')}.`),
  ];
}

function error(found: Violation): Violation {
  return found.rule === uncheckedRule ? { ...found, severity: 'Warning' } : found;
}
