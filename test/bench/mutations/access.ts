import type { Mutation } from './mutation.js';

const root = 'openapi.yaml';
const complete = 'paths/complete-password.yaml';
const scheme = 'components/securitySchemes/AuthToken.yaml';

/** Mutations of security, servers and version. */
export const access: Mutation[] = [
  { title: 'Validate asks for no authentication', edits: [[complete, 'security:\n    - AuthToken: []', 'security: []']] },
  { title: 'Complete asks for authentication', edits: [[complete, 'security: []', 'security:\n    - AuthToken: []']] },
  {
    title: 'the authentication of Validate becomes optional',
    edits: [[complete, '    - AuthToken: []', '    - AuthToken: []\n    - {}']],
  },
  { title: 'a call asks for a scheme that is not documented', edits: [[complete, 'AuthToken', 'ApiToken']] },
  {
    title: 'the word before the token is changed',
    edits: [[scheme, 'x-authorization-scheme: Token', 'x-authorization-scheme: Bearer']],
  },
  { title: 'the word before the token is left out', edits: [[scheme, 'x-authorization-scheme: Token\n', '']] },
  {
    title: 'the scheme becomes a Bearer token',
    edits: [
      [scheme, 'type: apiKey\nin: header\nname: Authorization\n', 'type: http\nscheme: bearer\n'],
      [scheme, 'x-authorization-scheme: Token\n', ''],
    ],
  },
  { title: 'the token goes into another header', edits: [[scheme, 'name: Authorization', 'name: X-Auth-Token']] },
  { title: 'the token goes into the query', edits: [[scheme, 'in: header', 'in: query']] },
  { title: 'the length of the auth token is changed', edits: [[scheme, '40 hexadecimal', '32 hexadecimal']] },
  { title: 'the example of an auth token is changed', edits: [[scheme, 'a0f17278', 'b0f17278']] },
  { title: 'the host is changed', edits: [[root, 'https://stable.projectthanos.com', 'https://api.projectthanos.com']] },
  { title: 'the host is called without encryption', edits: [[root, 'https://stable', 'http://stable']] },
  {
    title: 'the server gets a base path',
    edits: [[root, 'https://stable.projectthanos.com', 'https://stable.projectthanos.com/v1']],
  },
  { title: 'the port of the mock server is changed', edits: [[root, ':4010', ':4011']] },
  {
    title: 'the server of the API is left out',
    edits: [[root, '  - url: https://stable.projectthanos.com\n    description: The API\n', '']],
  },
  { title: 'the version is changed', edits: [[root, 'version: 1.0.0', 'version: 1.0.1']] },
];
