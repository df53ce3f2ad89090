import { credentialPlace, securityScheme } from '../description/authentication.js';
import type { Description, SecurityRequirement, SecurityScheme } from '../description/types.js';

/** A credential and where the request carries it. */
export interface Credential {
  in: 'query' | 'header' | 'cookie';
  name: string;
  /** The credential with its authentication scheme, if it has one. */
  value: string;
  /** The credential without its authentication scheme. */
  bare: string;
}

/**
 * The credentials for the first alternative of `security`. A value is the `x-example` of the security scheme, else a
 * placeholder such as `<schemeName>`, in a query `your-schemeName`. For `basic` it is an encoded user name and password, since a server rejects any other
 * form (RFC 7617, section 2).
 *
 * @param known The credentials that are known. Default: none.
 */
export function credentials(
  description: Description,
  security: SecurityRequirement[],
  known: (schemeName: string, example: string | undefined) => string | undefined = () => undefined,
): Credential[] {
  return Object.keys(security[0] ?? {}).flatMap((schemeName) => {
    const scheme = securityScheme(description, schemeName);
    const place = credentialPlace(scheme);
    if (!place) return [];
    const example = scheme['x-example'];
    const bare = known(schemeName, example) ?? example ?? (isBasic(scheme) ? basicExample : placeholder(schemeName, place.in));
    return [{ in: place.in, name: place.name, value: place.prefix + bare, bare }];
  });
}

/** A URL would have the angle brackets encoded. */
function placeholder(schemeName: string, place: Credential['in']): string {
  return place === 'query' ? `your-${schemeName}` : `<${schemeName}>`;
}

/**
 * Encodes the characters of a credential that a cookie must not have (RFC 6265, section 4.1.1). All others stay, since the
 * server gave the credential in this form.
 */
export function cookieText(credential: string): string {
  return credential.replaceAll(/[^!#-+\--:<-[\]-~]/gu, encodeURIComponent);
}

const basicExample = Buffer.from('user:password').toString('base64');

function isBasic({ type, scheme }: SecurityScheme): boolean {
  return type === 'http' && scheme?.toLowerCase() === 'basic';
}
