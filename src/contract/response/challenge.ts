import { authenticationScheme, credentialPlace } from '../../description/authentication.js';
import { token } from '../message/field.js';
import { violation, type Violation } from '../message/violation.js';
import type { Alternatives } from '../request/security.js';

const header = ['header', 'www-authenticate'];

/**
 * Checks the challenge of a 401 against the security of its operation (RFC 9110, section 11.6.1).
 *
 * @param field The `WWW-Authenticate` header. Several headers are joined with commas. Default: none.
 */
export function challengeViolations(security: Alternatives, field = ''): Violation[] {
  if (field === '') return [violation(header, 'required', 'is missing: a 401 carries a challenge (RFC 9110, section 11.6.1).')];
  const schemes = security
    .flat()
    .filter((scheme) => credentialPlace(scheme)?.name.toLowerCase() === 'authorization')
    .map((scheme) => authenticationScheme(scheme))
    .filter((word) => word !== undefined);
  const named = challengeSchemes(field);
  if (schemes.length === 0 || schemes.some((word) => named.includes(word.toLowerCase()))) return [];
  return [violation(header, 'challenge', `does not name the authentication scheme ${schemes.join(' or ')}.`)];
}

/** A parameter of a challenge, `name=value` with a value in quotes or without (RFC 9110, section 11.2). */
const parameter = new RegExp(`^${token}[ \\t]*=[ \\t]*(?:"(?:[^"\\\\]|\\\\.)*"|${token})$`);

/** The scheme at the beginning of a challenge, alone or followed by its first parameter or its token68. */
const beginning = new RegExp(`^${token}(?=[ \\t]|$)`);

/** The authentication schemes in a `WWW-Authenticate` header, in lower case. Text in a parameter, such as a realm, is ignored. */
export function challengeSchemes(field: string): string[] {
  // A comma in quotes is not a separator.
  const elements = field.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? [];
  return elements
    .map((element) => element.trim())
    .filter((element) => !parameter.test(element))
    .flatMap((element) => beginning.exec(element.toLowerCase()) ?? []);
}
