import { anchorOf } from '../anchor.js';
import { isObject, objectOf } from '../../../../description/json-value.js';
import { follow, membersOf, textOf, type Fields } from '../read.js';
import type { Reader } from '../reader.js';
import { detail, joined, type Detail, type Words } from '../words.js';

/** A way to authenticate (Security Scheme Object). */
export interface SchemeReference {
  /** The fragment of a link to it, without the `#`. */
  anchor: string;
  name: string;
  /** The type in words: `API key in the header X-Key`, `OAuth 2.0`. */
  kind: Words;
  /** Markdown. */
  description: string;
  details: Detail[];
}

/**
 * Lists the security schemes that need their own section: those that the words of an operation link to, and those that no
 * operation requires. For the others, the rows of the credentials say everything.
 */
export function schemesOf(
  { description }: Reader,
  security: ReadonlyArray<{ names: string[]; words: Words }>,
): SchemeReference[] {
  const { securitySchemes } = objectOf(description.components);
  const told = new Set(security.filter(({ words }) => words.length === 0).flatMap(({ names }) => names));
  const named = new Set(security.filter(({ words }) => words.length > 0).flatMap(({ names }) => names));
  return membersOf(securitySchemes)
    .filter(([name]) => named.has(name) || !told.has(name))
    .map(([name, reference]) => {
      const scheme = follow(description, reference);
      return {
        anchor: anchorOf('security', name),
        name,
        kind: [...kindOf(scheme), ...(scheme.deprecated === true ? [', deprecated'] : [])],
        description: textOf(scheme.description),
        details: detailsOf(scheme),
      };
    });
}

function kindOf({ type, in: place, name, scheme, bearerFormat }: Fields): Words {
  switch (type) {
    case 'apiKey':
      return ['API key in the ', textOf(place), ' ', { code: textOf(name) }];
    case 'http':
      return [
        'HTTP authentication ',
        { code: textOf(scheme) },
        ...(textOf(bearerFormat) === '' ? [] : [', format ', { code: textOf(bearerFormat) }]),
      ];
    case 'mutualTLS':
      return ['Client certificate (mutual TLS)'];
    case 'oauth2':
      return ['OAuth 2.0'];
    case 'openIdConnect':
      return ['OpenID Connect'];
    default:
      return [textOf(type)];
  }
}

const flowNames: Readonly<Record<string, string>> = {
  implicit: 'Implicit flow',
  password: 'Password flow',
  clientCredentials: 'Client credentials flow',
  authorizationCode: 'Authorization code flow',
  deviceAuthorization: 'Device authorization flow',
};

const addresses = [
  ['authorizationUrl', 'authorization at '],
  ['deviceAuthorizationUrl', 'device authorization at '],
  ['tokenUrl', 'token at '],
  ['refreshUrl', 'refresh at '],
] as const;

function detailsOf({ flows, openIdConnectUrl, oauth2MetadataUrl }: Fields): Detail[] {
  const url = (value: unknown): Words => (textOf(value) === '' ? [] : [{ href: textOf(value), text: textOf(value) }]);
  return [
    ...detail('Configuration', url(openIdConnectUrl)),
    ...detail('Metadata', url(oauth2MetadataUrl)),
    ...membersOf(flows)
      .filter(([name, flow]) => isObject(flow) && !name.startsWith('x-'))
      .flatMap(([name, flow]) => {
        const fields = objectOf(flow);
        const where = addresses.flatMap(([field, words]) =>
          textOf(fields[field]) === '' ? [] : [[words, ...url(fields[field])]],
        );
        return [{ label: flowNames[name] ?? name, words: joined(where, ', ') }, ...scopesOf(fields.scopes)];
      }),
  ];
}

function scopesOf(scopes: unknown): Detail[] {
  return Object.entries(objectOf(scopes)).map(([name, meaning]) => ({
    label: 'Scope',
    words: [{ code: name }, ...(textOf(meaning) === '' ? [] : [' ', { markdown: textOf(meaning) }])],
  }));
}
