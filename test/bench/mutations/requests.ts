import type { Mutation } from './mutation.js';

const reset = 'paths/reset-password.yaml';
const complete = 'paths/complete-password.yaml';
const schema = (name: string): string => `components/schemas/${name}.yaml`;

/** Mutations of requests: places, types, limits, media types and required fields. */
export const requests: Mutation[] = [
  {
    title: 'the parameter becomes optional',
    edits: [[complete, 'in: query\n      required: true', 'in: query\n      required: false']],
  },
  { title: 'the parameter moves to a header', edits: [[complete, 'in: query', 'in: header']] },
  { title: 'the parameter gets a limit', edits: [[complete, 'type: string', 'type: string\n        maxLength: 20']] },
  {
    title: 'the parameter is left out',
    edits: [[complete, '  parameters:\n', '  x-parameters:\n']],
  },
  { title: 'the body of Validate becomes required', edits: [[complete, 'required: false', 'required: true']] },
  { title: 'the body of Reset becomes optional', edits: [[reset, 'required: true', 'required: false']] },
  { title: 'a field of Complete becomes optional', edits: [[schema('CompletePasswordResetRequest'), '  - password\n', '']] },
  { title: 'the field of Reset gets another type', edits: [[schema('ResetPasswordRequest'), 'type: string', 'type: integer']] },
  {
    title: 'the field of Reset gets a second type',
    edits: [[schema('ResetPasswordRequest'), 'type: string', "type: [string, 'null']"]],
  },
  {
    title: 'the field of Reset gets a format that its examples break',
    edits: [[schema('ResetPasswordRequest'), 'type: string', 'type: string\n    format: uuid']],
  },
  {
    title: 'the new password loses its format',
    edits: [[schema('CompletePasswordResetRequest'), 'type: string\n    format: password', 'type: string']],
  },
  {
    title: 'the new password gets a least length that an example breaks',
    edits: [[schema('CompletePasswordResetRequest'), 'format: password', 'format: password\n    minLength: 8']],
  },
  {
    title: 'the new password gets a greatest length',
    edits: [[schema('CompletePasswordResetRequest'), 'format: password', 'format: password\n    maxLength: 72']],
  },
  {
    title: 'the email gets a list of allowed values',
    edits: [
      [
        schema('ResetPasswordRequest'),
        'type: string',
        "type: string\n    enum: [jweir@projectthanos.com, readonly@projectthanos.com, nobody@projectthanos.com, '']",
      ],
    ],
  },
  {
    title: 'a body admits no other field',
    edits: [[schema('ResetPasswordRequest'), 'type: object', 'type: object\nadditionalProperties: false']],
  },
  {
    title: 'a body gets a field more',
    edits: [
      [
        schema('ResetPasswordRequest'),
        'properties:',
        'properties:\n  username:\n    type: string\n    description: The name of the account',
      ],
    ],
  },
  { title: 'the body of Reset becomes a form', edits: [[reset, 'application/json', 'application/x-www-form-urlencoded']] },
  { title: 'the text of Validate becomes JSON', edits: [[complete, 'text/plain', 'application/json']] },
  {
    title: 'the text of Validate loses its content',
    edits: [[schema('ValidatePasswordResetRequest'), 'contentSchema:\n  $ref: PasswordResetAccount.yaml\n', '']],
  },
  {
    title: 'the text of Validate loses its pattern',
    edits: [[schema('ValidatePasswordResetRequest'), 'pattern: ', 'x-pattern: ']],
  },
];
