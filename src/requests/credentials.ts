import { credentialPlace, securityScheme } from '../description/authentication.js';
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
 * The credentials that the first alternative of a security requirement requires,
 * with the example values that the security schemes carry (`x-example`), else a word to replace.
 * Basic credentials are not a word: a server would not take it for a user name and a password (RFC 7617, section 2).
 */
export function credentials(description: Description, security: SecurityRequirement[]): Credential[] {
  return Object.keys(security[0] ?? {}).flatMap((schemeName) => {
    const scheme = securityScheme(description, schemeName);
    const place = credentialPlace(scheme);
    if (!place) return [];
    const bare = scheme['x-example'] ?? (isBasic(scheme) ? basicExample : `<${schemeName}>`);
    return [{ in: place.in, name: place.name, value: place.prefix + bare, bare }];
  });
}

const basicExample = Buffer.from('user:password').toString('base64');

function isBasic({ type, scheme }: SecurityScheme): boolean {
  return type === 'http' && scheme?.toLowerCase() === 'basic';
}
