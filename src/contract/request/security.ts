import { authenticationScheme, challenge, credentialPlace } from '../../description/authentication.js';
import type { SecurityScheme } from '../../description/types.js';
import { locationOf } from '../parameters/read-parameter.js';
import { sentCookies } from '../parameters/sent-pairs.js';
import { headerOf, type Headers } from '../message/headers.js';
import type { QueryValues } from '../message/request-target.js';
import { securityRule, violation, type Violation } from '../message/violation.js';

/** The security of an operation. The outer list has alternatives; of an alternative, all schemes must be satisfied. */
export type Alternatives = SecurityScheme[][];

/**
 * Checks that a request has credentials of the required form. Prism only checks that an API key is present, and accepts any
 * `http` scheme that it does not know.
 *
 * @returns A violation for each unsatisfied scheme of each alternative. Empty if one alternative is satisfied.
 */
export function securityViolations(alternatives: Alternatives, headers: Headers, query: QueryValues): Violation[] {
  const met = (scheme: SecurityScheme): boolean => isMet(scheme, headers, query);
  if (alternatives.some((schemes) => schemes.every(met))) return [];
  return alternatives.flat().flatMap((scheme) => {
    const place = credentialPlace(scheme);
    return place && !met(scheme) ? [violation(locationOf(place), securityRule, `must be ${expectation(scheme)}.`)] : [];
  });
}

/**
 * The value of the `WWW-Authenticate` header of a 401 (RFC 9110, section 11.6.1): a challenge for each authentication scheme.
 *
 * @param realm The protection space: the title of the API.
 */
export function challenges(alternatives: Alternatives, realm: string): string {
  return [...new Set(alternatives.flat().map((scheme) => challenge(scheme, realm)))].join(', ');
}

function isMet(scheme: SecurityScheme, headers: Headers, query: QueryValues): boolean {
  const place = credentialPlace(scheme);
  // The credential of mutual TLS is not part of the request.
  if (!place) return true;
  switch (place.in) {
    case 'query':
      return Object.hasOwn(query, place.name) && query[place.name] !== '';
    case 'cookie':
      return sentCookies(headers.cookie).some(({ name, text }) => name === place.name && text !== '');
    case 'header': {
      const value = headerOf(headers, place.name) ?? '';
      const word = authenticationScheme(scheme);
      return word ? hasCredentials(value, word) : value.trim() !== '';
    }
  }
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
      // A token contains no white space.
      return /^\S+$/.test(credentials);
  }
}

function expectation(scheme: SecurityScheme): string {
  const word = authenticationScheme(scheme);
  return word ? `"${word}", a space and the credentials` : 'an API key that is not empty';
}
