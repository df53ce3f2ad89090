import type { Mutation } from './mutation.js';

const reset = 'paths/reset-password.yaml';
const complete = 'paths/complete-password.yaml';
const response = (name: string): string => `components/responses/${name}.yaml`;

/** Mutations of responses: status codes, names, meanings and bodies. */
export const responses: Mutation[] = [
  { title: 'the success of Reset gets another status', edits: [[reset, "'200'", "'201'"]] },
  {
    title: 'the success of Complete gets another status',
    edits: [
      [
        complete,
        "'204':\n      $ref: ../components/responses/PasswordUpdated",
        "'200':\n      $ref: ../components/responses/PasswordUpdated",
      ],
    ],
  },
  { title: '415 becomes 422', edits: [[reset, "'415'", "'422'"]] },
  {
    title: '401 is left out',
    edits: [[complete, "    '401':\n      $ref: ../components/responses/Unauthorized.yaml\n", '']],
  },
  {
    title: '403 is left out, with the example that leads to it',
    edits: [
      [reset, "    '403':\n      $ref: ../components/responses/PermissionDenied.yaml\n", ''],
      [reset, '          no-permission:\n            $ref: ../components/examples/EmailWithoutPermission.yaml\n', ''],
    ],
  },
  {
    title: 'a status is added that no document lists',
    edits: [[reset, "    '415'", "    '429':\n      x-summary: Too Many Requests\n      description: Too many calls\n    '415'"]],
  },
  {
    title: 'the 404 of Validate becomes that of Reset',
    edits: [[complete, '../components/responses/AddressNotFound.yaml', '../components/responses/NotFound.yaml']],
  },
  {
    title: 'the name of a response is changed',
    edits: [[response('PermissionDenied'), 'x-summary: Permission Denied', 'x-summary: Forbidden']],
  },
  { title: 'the name of a response is left out', edits: [[response('Unauthorized'), 'x-summary: Unauthorized\n', '']] },
  {
    title: 'the meaning of a response is turned round',
    edits: [[response('ResetValidated'), 'an email was sent', 'no email was sent']],
  },
  {
    title: 'the meaning of 404 is cut short',
    edits: [[response('AddressNotFound'), " or the account's email address is not in the system", '']],
  },
  {
    title: 'the successes of Validate and Complete are confused',
    edits: [
      [complete, 'ResetValidated.yaml', 'Confused.yaml'],
      [complete, 'PasswordUpdated.yaml', 'ResetValidated.yaml'],
      [complete, 'Confused.yaml', 'PasswordUpdated.yaml'],
    ],
  },
  {
    title: 'a response without a body gets one',
    edits: [
      [
        response('PasswordUpdated'),
        'x-microcks-refs:\n  - password-updated',
        'content:\n  application/json:\n    schema:\n      type: object\n    examples:\n      password-updated:\n        value: {}',
      ],
    ],
  },
  {
    title: 'a failure gets a body',
    edits: [
      [
        response('UnsupportedMediaType'),
        'problem in the request',
        'problem in the request\ncontent:\n  application/json:\n    schema:\n      type: object\n    examples:\n      unsupported:\n        value: {}',
      ],
    ],
  },
  {
    title: 'the body of the response gets another media type',
    edits: [[response('ResetRequested'), 'application/json', 'text/json']],
  },
  {
    title: 'the field of the response becomes optional',
    edits: [['components/schemas/ResetPasswordResponse.yaml', 'required:\n  - reset_token\n', '']],
  },
  {
    title: 'the body of the response gets a field more',
    edits: [
      [
        'components/schemas/ResetPasswordResponse.yaml',
        'properties:',
        'properties:\n  expires_in:\n    type: integer\n    description: Seconds until it expires',
      ],
    ],
  },
];
