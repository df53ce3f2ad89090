import type { DocumentedOperation } from './operations.js';
import { resolve } from './references/resolve.js';
import type { Description, SecurityScheme } from './types.js';

/** Where a request carries a credential. */
export interface CredentialPlace {
  in: 'query' | 'header' | 'cookie';
  /** The name of the parameter, header or cookie. */
  name: string;
  /** The authentication scheme and a space, if the credential begins with one; else empty. */
  prefix: string;
}

/**
 * The authentication schemes that RFC 9110 and later standards register, in their registered spelling. The names are
 * case-insensitive (RFC 9110, section 11.1), but some servers accept only the registered spelling.
 */
const registeredSchemes = [
  ...['Basic', 'Bearer', 'Concealed', 'Digest', 'DPoP', 'GNAP', 'HOBA', 'Mutual', 'Negotiate', 'OAuth', 'PrivateToken'],
  ...['SCRAM-SHA-1', 'SCRAM-SHA-256', 'vapid'],
];

/**
 * Looks up a security scheme of the description by its name.
 *
 * @throws Error when the description has no scheme of that name.
 */
export function securityScheme(description: Description, name: string): SecurityScheme {
  const schemes = description.components?.securitySchemes ?? {};
  const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
  if (!scheme) throw new Error(`The security scheme "${name}" is not documented: add it to components.securitySchemes.`);
  return resolve(description, scheme);
}

/**
 * The security schemes that an operation requires. The outer list has alternatives; of an alternative, all schemes must be
 * satisfied.
 */
export function securityAlternatives(description: Description, { security }: DocumentedOperation): SecurityScheme[][] {
  return security.map((requirement) => Object.keys(requirement).map((name) => securityScheme(description, name)));
}

/**
 * The name of the authentication scheme that a credential begins with, such as `Bearer`.
 *
 * @returns `undefined` for mutual TLS, and for an API key without `x-authorization-scheme`.
 */
export function authenticationScheme(scheme: Partial<SecurityScheme>): string | undefined {
  switch (scheme.type) {
    case 'apiKey':
      return scheme['x-authorization-scheme'];
    case 'http':
      return registeredSchemes.find((one) => one.toLowerCase() === scheme.scheme?.toLowerCase()) ?? scheme.scheme;
    case 'oauth2':
    case 'openIdConnect':
      return 'Bearer';
    case 'mutualTLS':
      return undefined;
  }
}

/**
 * Where a request carries the credential of a scheme.
 *
 * @returns `undefined` for mutual TLS, whose credential is not part of the request.
 */
export function credentialPlace(scheme: Partial<SecurityScheme>): CredentialPlace | undefined {
  if (scheme.type === 'mutualTLS') return undefined;
  const word = authenticationScheme(scheme);
  const prefix = word ? `${word} ` : '';
  if (scheme.type !== 'apiKey') return { in: 'header', name: 'Authorization', prefix };
  return { in: scheme.in ?? 'header', name: scheme.name ?? 'Authorization', prefix };
}

/**
 * The challenge of a scheme, for the `WWW-Authenticate` header of a 401 (RFC 9110, section 11.6.1).
 *
 * @param realm The protection space, for the `realm` parameter. Characters that a quoted string must not contain are removed.
 * @returns A challenge. Its scheme is `ApiKey` if the credential is not in the Authorization header, since no scheme is
 *   registered for that.
 */
export function challenge(scheme: SecurityScheme, realm: string): string {
  const place = credentialPlace(scheme);
  const isAuthorization = place?.in === 'header' && place.name.toLowerCase() === 'authorization';
  const word = isAuthorization ? authenticationScheme(scheme) : undefined;
  return `${word || 'ApiKey'} realm="${realm.replaceAll(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '')}"`;
}
