import { securityScheme, type DescribedOperation } from '../../description/operations.js';
import type { Description, SecurityScheme } from '../../description/types.js';
import type { Headers } from '../exchange/headers.js';
import type { QueryValues } from '../exchange/request-target.js';
import { securityRule, violation, type Violation } from '../exchange/violation.js';

/** What an operation asks for: alternatives, each of which is a list of schemes that must all be met. */
export type Alternatives = SecurityScheme[][];

/** Looks up the security schemes that an operation asks for. */
export function securityAlternatives(description: Description, { security }: DescribedOperation): Alternatives {
  return security.map((requirement) => Object.keys(requirement).map((name) => securityScheme(description, name)));
}

/**
 * Checks the credentials of a request. Prism only checks that an API key is
 * there, and lets pass each `http` scheme that it does not know.
 *
 * @returns What is wrong, once for each scheme that would do; nothing when an alternative is met.
 */
export function securityViolations(alternatives: Alternatives, headers: Headers, query: QueryValues): Violation[] {
  const missing = alternatives.map((schemes) => schemes.filter((scheme) => !isMet(scheme, headers, query)));
  if (missing.some((schemes) => schemes.length === 0)) return [];
  return missing.flat().map((scheme) => violation(location(scheme), securityRule, `must be ${expectation(scheme)}.`));
}

/**
 * The value of the `WWW-Authenticate` header of a 401 (RFC 9110, section 11.6.1): a challenge for each authentication scheme.
 *
 * @param realm What is protected: the title of the API.
 */
export function challenges(alternatives: Alternatives, realm: string): string {
  // Only these characters may stand in a quoted string without escape.
  const quoted = realm.replaceAll(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '');
  const schemes = new Set(alternatives.flat().map((scheme) => authenticationScheme(scheme) ?? 'ApiKey'));
  return [...schemes].map((scheme) => `${scheme} realm="${quoted}"`).join(', ');
}

/** The authentication scheme that credentials in the Authorization header begin with, where the description says so. */
function authenticationScheme(scheme: SecurityScheme): string | undefined {
  switch (scheme.type) {
    case 'apiKey':
      return scheme.in === 'header' && scheme.name?.toLowerCase() === 'authorization'
        ? scheme['x-authorization-scheme']
        : undefined;
    case 'http':
      // The registered names are written with a capital; the description may use either (RFC 9110, section 11.1).
      return scheme.scheme && scheme.scheme.charAt(0).toUpperCase() + scheme.scheme.slice(1);
    case 'oauth2':
    case 'openIdConnect':
      return 'Bearer';
    default:
      return undefined;
  }
}

function isMet(scheme: SecurityScheme, headers: Headers, query: QueryValues): boolean {
  const authentication = authenticationScheme(scheme);
  if (authentication) return hasCredentials(headers.authorization ?? '', authentication);
  if (scheme.type !== 'apiKey') return true;
  const name = scheme.name ?? '';
  if (scheme.in === 'query') return Object.hasOwn(query, name) && query[name] !== '';
  if (scheme.in === 'cookie')
    return (headers.cookie ?? '')
      .split(';')
      .some((pair) => pair.trim().startsWith(`${name}=`) && pair.trim().length > name.length + 1);
  return Boolean(headers[name.toLowerCase()]?.trim());
}

function hasCredentials(header: string, scheme: string): boolean {
  const end = header.indexOf(' ');
  if (end < 0 || header.slice(0, end).toLowerCase() !== scheme.toLowerCase()) return false;
  const credentials = header.slice(end).trim();
  switch (scheme.toLowerCase()) {
    case 'basic':
      return Buffer.from(credentials, 'base64').includes(':');
    case 'digest':
      return credentials !== '';
    default:
      // A token has no white space in it.
      return /^\S+$/.test(credentials);
  }
}

function location(scheme: SecurityScheme): string {
  if (authenticationScheme(scheme)) return 'header.authorization';
  return `${scheme.in ?? 'header'}.${scheme.in === 'header' ? scheme.name?.toLowerCase() : scheme.name}`;
}

function expectation(scheme: SecurityScheme): string {
  const authentication = authenticationScheme(scheme);
  return authentication ? `"${authentication}", a space and the credentials` : 'an API key that is not empty';
}
