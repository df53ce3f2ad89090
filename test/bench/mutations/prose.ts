import type { Mutation } from './mutation.js';

const root = 'openapi.yaml';
const reset = 'paths/reset-password.yaml';
const complete = 'paths/complete-password.yaml';

/** Mutations of descriptions and summaries. */
export const prose: Mutation[] = [
  { title: 'the name of the API is changed', edits: [[root, 'title: Password Reset API', 'title: Account API']] },
  {
    title: 'the line under the name of an operation is changed',
    edits: [[complete, 'Validate the password reset.', 'Validate the account.']],
  },
  {
    title: 'the description of an operation is left out',
    edits: [
      [
        complete,
        '  description: |\n    Provide a new password for your account.\n\n    Call this last, with the reset token and the new password. This operation is also known as "Create New Password".\n',
        '',
      ],
    ],
  },
  { title: 'the place of an operation among the three is wrong', edits: [[reset, 'Call this first', 'Call this last']] },
  {
    title: 'the order of the operations is wrong',
    edits: [
      [root, '2. **Validate', '3. **Validate'],
      [root, '3. **Complete', '2. **Complete'],
    ],
  },
  {
    title: 'what an operation requires before it is left out',
    edits: [[complete, 'Call Reset Password first. ', '']],
  },
  {
    title: 'the warning of the secret is left out',
    edits: [[reset, '**Keep the reset token secret:** anyone who has it can set a new password. ', '']],
  },
  {
    title: 'the contradiction about emailing is left out',
    edits: [[reset, ' Editions of the API are inconsistent: the token is returned here, emailed, or both.', '']],
  },
  {
    title: 'the warning of a GET with a body is left out',
    edits: [
      [
        complete,
        '**GET with a body:** HTTP defines no semantics for a GET body, and browsers cannot send one (`fetch` throws a `TypeError`). ',
        '',
      ],
    ],
  },
  {
    title: 'the trailing slash is not mentioned',
    edits: [[root, '    All paths require a trailing slash.\n\n', '']],
  },
  {
    title: 'the introduction shows another scheme',
    edits: [[root, 'Authorization: Token <auth_token>', 'Authorization: Bearer <auth_token>']],
  },
  {
    title: 'another operation is said to require authentication',
    edits: [[root, 'Only Validate Password Reset requires', 'Only Reset Password requires']],
  },
  {
    title: 'a general status code is left out',
    edits: [[root, '    | 405 | Method Not Allowed | The HTTP method is not supported for this URL |\n', '']],
  },
  {
    title: 'a general status code gets another name',
    edits: [[root, '| 403 | Permission Denied |', '| 403 | Forbidden |']],
  },
  {
    title: 'the description of the parameter is left out',
    edits: [['paths/complete-password.yaml', '      description: The reset token from Reset Password\n', '']],
  },
  {
    title: 'the description of a field is left out',
    edits: [['components/schemas/CompletePasswordResetRequest.yaml', '\n    description: The new password', '']],
  },
  {
    title: 'the description of a field is wrong',
    edits: [['components/schemas/ResetPasswordRequest.yaml', 'The email address of the account', 'The name of the account']],
  },
];
