import { expect, it } from 'vitest';
import { challenge, credentialPlace, securityAlternatives, securityScheme } from '../../src/description/authentication.js';
import { documentedOperations } from '../../src/description/operations.js';
import type { Description, SecurityScheme } from '../../src/description/types.js';
import { securityViolations } from '../../src/contract/request/security.js';
import { credentials } from '../../src/requests/credentials.js';
import { clientText } from '../support/generated-client.js';

const schemes: Array<[scheme: SecurityScheme, header: string, prefix: string]> = [
  [{ type: 'http', scheme: 'bearer' }, 'Authorization', 'Bearer '],
  [{ type: 'http', scheme: 'BASIC' }, 'Authorization', 'Basic '],
  [{ type: 'http', scheme: 'dpop' }, 'Authorization', 'DPoP '],
  // Not registered, so it stays as in the description.
  [{ type: 'http', scheme: 'hawk' }, 'Authorization', 'hawk '],
  [{ type: 'oauth2' }, 'Authorization', 'Bearer '],
  [{ type: 'openIdConnect' }, 'Authorization', 'Bearer '],
  [{ type: 'apiKey', in: 'header', name: 'X-Key' }, 'X-Key', ''],
  [{ type: 'apiKey', in: 'header', name: 'Authorization', 'x-authorization-scheme': 'Token' }, 'Authorization', 'Token '],
];

function describedWith(scheme: SecurityScheme): Description {
  return {
    openapi: '3.1.0',
    info: { title: 'Keys', version: '1' },
    paths: { '/': { get: { operationId: 'get', security: [{ key: [] }], responses: { 204: { description: 'Done' } } } } },
    components: { securitySchemes: { key: scheme } },
  };
}

it.each(schemes)('puts the credential of %o where client, code samples and mock all expect it', (scheme, header, prefix) => {
  expect(credentialPlace(scheme)).toEqual({ in: 'header', name: header, prefix });

  const description = describedWith(scheme);
  const [operation] = documentedOperations(description);
  const [credential] = credentials(description, operation?.security ?? []);
  expect(credential?.value.startsWith(prefix)).toBe(true);
  expect(securityViolations([[scheme]], { [header.toLowerCase()]: credential?.value ?? '' }, {})).toEqual([]);
  expect(securityViolations([[scheme]], {}, {})).toHaveLength(1);
  const table = clientText(description);
  expect(table).toContain(JSON.stringify(header));
  if (prefix) expect(table).toContain(JSON.stringify(prefix));
});

it('sends no credential for mutual TLS, in no way', () => {
  const scheme: SecurityScheme = { type: 'mutualTLS' };
  const description = describedWith(scheme);
  expect(credentialPlace(scheme)).toBeUndefined();
  expect(credentials(description, [{ key: [] }])).toEqual([]);
  expect(clientText(description)).not.toContain('Authorization');
  expect(securityViolations([[scheme]], {}, {})).toEqual([]);
});

const registered = [
  ...['Basic', 'Bearer', 'Concealed', 'Digest', 'DPoP', 'GNAP', 'HOBA', 'Mutual', 'Negotiate', 'OAuth', 'PrivateToken'],
  ...['SCRAM-SHA-1', 'SCRAM-SHA-256', 'vapid'],
];

it.each<[scheme: SecurityScheme, place: object | undefined, challenged: string]>([
  ...registered.map((name): [SecurityScheme, object, string] => [
    { type: 'http', scheme: name === 'vapid' ? 'VAPID' : name.toLowerCase() },
    { in: 'header', name: 'Authorization', prefix: `${name} ` },
    `${name} realm="R"`,
  ]),
  [{ type: 'http' }, { in: 'header', name: 'Authorization', prefix: '' }, 'ApiKey realm="R"'],
  [{ type: 'http', scheme: '' }, { in: 'header', name: 'Authorization', prefix: '' }, 'ApiKey realm="R"'],
  [{ type: 'apiKey' }, { in: 'header', name: 'Authorization', prefix: '' }, 'ApiKey realm="R"'],
  [{ type: 'apiKey', in: 'query', name: 'k' }, { in: 'query', name: 'k', prefix: '' }, 'ApiKey realm="R"'],
  [
    { type: 'apiKey', in: 'cookie', name: 'authorization' },
    { in: 'cookie', name: 'authorization', prefix: '' },
    'ApiKey realm="R"',
  ],
  [
    { type: 'apiKey', in: 'header', name: 'X-Key', 'x-authorization-scheme': 'Token' },
    { in: 'header', name: 'X-Key', prefix: 'Token ' },
    'ApiKey realm="R"',
  ],
  [
    { type: 'apiKey', in: 'header', name: 'AUTHORIZATION', 'x-authorization-scheme': 'Token' },
    { in: 'header', name: 'AUTHORIZATION', prefix: 'Token ' },
    'Token realm="R"',
  ],
  [{ type: 'mutualTLS' }, undefined, 'ApiKey realm="R"'],
])('the credential of %j is in %j, and its challenge is %s', (scheme, place, challenged) => {
  expect([credentialPlace(scheme), challenge(scheme, 'R')]).toEqual([place, challenged]);
});

it('schemes are found by their names, and one that is not there is named', () => {
  const description = describedWith({ type: 'oauth2' });
  const [operation] = documentedOperations(description);
  expect(securityAlternatives(description, operation!)).toEqual([[{ type: 'oauth2' }]]);
  const { components: _, ...bare } = description;
  for (const [one, name] of [
    [description, 'no'],
    [description, 'toString'],
    [bare, 'key'],
  ] as const) {
    expect(() => securityScheme(one as Description, name)).toThrow(
      `The security scheme "${name}" is not documented: add it to components.securitySchemes.`,
    );
  }
});

it('writes a challenge whose realm cannot end its own quoted string', () => {
  expect(challenge({ type: 'http', scheme: 'basic' }, 'The "API"\r\nSet-Cookie: a=b')).toBe(
    'Basic realm="The APISet-Cookie: a=b"',
  );
  expect(challenge({ type: 'oauth2' }, '\x1f !"#[\\]~\x7fé')).toBe('Bearer realm=" !#[]~"');
});
