import { securityScheme } from '../description/operations.js';
import type { Description, SecurityRequirement, SecurityScheme } from '../description/types.js';

/** A credential and where the request carries it. */
export interface Credential {
  in: 'query' | 'header' | 'cookie';
  name: string;
  /** With its authentication scheme, where it has one. */
  value: string;
  /** The credential alone, as `x-example` gives it. */
  bare: string;
}

/**
 * The credentials that the first alternative of a security requirement asks for,
 * with the example values that the security schemes carry (`x-example`), else a word to replace.
 * Basic credentials are not a word: a server would not take it for a user name and a password (RFC 7617, section 2).
 */
export function credentials(description: Description, security: SecurityRequirement[]): Credential[] {
  return Object.keys(security[0] ?? {}).map((schemeName) => {
    const scheme = securityScheme(description, schemeName);
    const bare = scheme['x-example'] ?? (isBasic(scheme) ? basicExample : `<${schemeName}>`);
    const prefix = authorizationScheme(scheme);
    const place: Pick<SecurityScheme, 'in' | 'name'> = scheme.type === 'apiKey' ? scheme : {};
    return {
      in: place.in ?? 'header',
      name: place.name ?? 'Authorization',
      value: prefix ? `${prefix} ${bare}` : bare,
      bare,
    };
  });
}

const basicExample = Buffer.from('user:password').toString('base64');

function isBasic({ type, scheme }: SecurityScheme): boolean {
  return type === 'http' && scheme?.toLowerCase() === 'basic';
}

/** The word before the credential in the Authorization header (RFC 9110, section 11.4). */
function authorizationScheme(scheme: SecurityScheme): string | undefined {
  if (scheme.type === 'apiKey') return scheme['x-authorization-scheme'];
  if (scheme.type !== 'http' || !scheme.scheme) return 'Bearer';
  return scheme.scheme.charAt(0).toUpperCase() + scheme.scheme.slice(1);
}
