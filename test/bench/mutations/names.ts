import { renamedIn, type Mutation } from './mutation.js';

const reset = 'paths/reset-password.yaml';
const complete = 'paths/complete-password.yaml';
const root = 'openapi.yaml';
const schema = (name: string): string => `components/schemas/${name}.yaml`;

/** Mutations of names of operations, parameters and fields. A consistent renaming leaves a valid description. */
export const names: Mutation[] = [
  { title: 'an operationId is renamed', edits: [[reset, 'operationId: resetPassword', 'operationId: requestPasswordReset']] },
  { title: 'two calls get the same operationId', edits: [[complete, 'completePasswordReset', 'resetPassword']] },
  { title: 'the name of a call is changed', edits: [[complete, 'summary: Validate Password Reset', 'summary: Validate Reset']] },
  { title: 'a path is renamed', edits: [[root, '/api/organizations/reset-password/', '/api/organizations/password-reset/']] },
  { title: 'a path loses its slash', edits: [[root, '/api/organizations/reset-password/', '/api/organizations/reset-password']] },
  {
    title: 'a path loses its prefix',
    edits: [[root, '/api/organizations/complete-password/', '/organizations/complete-password/']],
  },
  { title: 'the method of Reset is changed', edits: [[reset, 'post:', 'put:']] },
  { title: 'the method of Validate is changed', edits: [[complete, 'get:', 'patch:']] },
  {
    title: 'the calls are put in another order',
    edits: [
      [root, '  /api/organizations/reset-password/:\n    $ref: paths/reset-password.yaml\n', ''],
      [
        root,
        'paths/complete-password.yaml\n',
        'paths/complete-password.yaml\n  /api/organizations/reset-password/:\n    $ref: paths/reset-password.yaml\n',
      ],
    ],
  },
  { title: 'the parameter is renamed', edits: [['paths/complete-password.yaml', 'name: token', 'name: reset_token']] },
  { title: 'a field of Reset is renamed in the schema alone', edits: [[schema('ResetPasswordRequest'), '  email:', '  mail:']] },
  {
    title: 'the field of Reset is renamed everywhere',
    edits: [
      [schema('ResetPasswordRequest'), '- email', '- address'],
      [schema('ResetPasswordRequest'), '  email:', '  address:'],
      ...renamedIn(['AccountEmail', 'EmptyEmail', 'EmailWithoutPermission', 'UnknownEmail'], 'email:', 'address:'),
    ],
  },
  {
    title: 'the field of Validate is renamed everywhere',
    edits: [
      [schema('PasswordResetAccount'), '- email', '- address'],
      [schema('PasswordResetAccount'), '  email:', '  address:'],
      [schema('ValidatePasswordResetRequest'), '[\\s\\S]*"email"', '[\\s\\S]*"address"'],
      ...renamedIn(['AccountEmailAsText', 'EmptyEmailAsText', 'UnknownEmailAsText'], '"email":', '"address":'),
    ],
  },
  {
    title: 'a field of Complete is renamed everywhere',
    edits: [
      [schema('CompletePasswordResetRequest'), '- password', '- new_password'],
      [schema('CompletePasswordResetRequest'), '  password:', '  new_password:'],
      ...renamedIn(['NewPassword', 'EmptyPassword', 'NewPasswordWithUnknownToken'], 'password:', 'new_password:'),
    ],
  },
  {
    title: 'the field of the response is renamed everywhere',
    edits: [
      [schema('ResetPasswordResponse'), '- reset_token', '- token'],
      [schema('ResetPasswordResponse'), '  reset_token:', '  token:'],
      ...renamedIn(['IssuedResetToken'], 'reset_token:', 'token:'),
    ],
  },
];
