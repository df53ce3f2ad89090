import { renamedIn, type Mutation } from './mutation.js';

const reset = 'paths/reset-password.yaml';
const complete = 'paths/complete-password.yaml';

/** Mutations of examples: their values, and the names that pair a request with its response. */
export const examples: Mutation[] = [
  { title: 'the example of an email is changed', edits: renamedIn(['AccountEmail'], 'jweir@', 'jwire@') },
  { title: 'the example of a new password is changed', edits: renamedIn(['NewPassword'], 'thanosrocks', 'thanosrules') },
  { title: 'the reset token of the response is changed', edits: renamedIn(['IssuedResetToken'], 'G7TwCq', 'H7TwCq') },
  { title: 'the reset token of the parameter is changed', edits: [[complete, 'value: G7TwCq', 'value: H7TwCq']] },
  { title: 'an address that is not in the system is changed', edits: renamedIn(['UnknownEmail'], 'nobody@', 'ghost@') },
  {
    title: 'the address without permission is that of the account',
    edits: renamedIn(['EmailWithoutPermission'], 'readonly@', 'jweir@'),
  },
  { title: 'an empty email is filled in', edits: renamedIn(['EmptyEmail'], "''", 'someone@projectthanos.com') },
  { title: 'JSON in text is broken', edits: renamedIn(['AccountEmailAsText'], '.com"', '.com') },
  { title: 'an example gets a value of another type', edits: renamedIn(['NewPassword'], 'thanosrocks', '17') },
  {
    title: 'an example of a request is left out',
    edits: [[complete, '          missing-password:\n            $ref: ../components/examples/EmptyPassword.yaml\n', '']],
  },
  {
    title: 'the example of an unknown address is left out',
    edits: [[reset, '          unknown-address:\n            $ref: ../components/examples/UnknownEmail.yaml\n', '']],
  },
  {
    title: 'an example of the parameter is left out',
    edits: [[complete, '        unknown-address: *token\n', '']],
  },
  { title: 'a pair of examples is broken in the request', edits: [[complete, 'unknown-address:', 'not-known:']] },
  {
    title: 'a pair of examples is broken in the response',
    edits: [['components/responses/ResetRequested.yaml', 'reset-requested', 'requested']],
  },
  {
    title: 'a pair is broken where there is no content',
    edits: [['components/responses/BadRequest.yaml', '  - missing-email\n', '']],
  },
  {
    title: 'a request leads to another response',
    edits: [
      ['components/responses/AddressNotFound.yaml', '  - unknown-token\n', ''],
      ['components/responses/Unauthorized.yaml', 'missing\n', 'missing\nx-microcks-refs:\n  - unknown-token\n'],
    ],
  },
];
