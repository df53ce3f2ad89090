import type { Mutation } from './mutation.js';

const root = 'openapi.yaml';
const reset = 'paths/reset-password.yaml';
const complete = 'paths/complete-password.yaml';

/** What is said in words. */
export const prose: Mutation[] = [
  { title: 'the name of the API is changed', edits: [[root, 'title: Password Reset API', 'title: Account API']] },
  {
    title: 'the line under the name of a call is changed',
    edits: [[complete, 'Validate the password reset.', 'Validate the account.']],
  },
  {
    title: 'the description of a call is left out',
    edits: [
      [
        complete,
        '  description: |\n    Provide a new password for your account.\n\n    This is the last of the three calls. It takes the reset token that came of the two before it, and the new password. The page of this call alone was once titled "Create New Password".\n',
        '',
      ],
    ],
  },
  { title: 'the place of a call among the three is wrong', edits: [[reset, 'This is the first of', 'This is the last of']] },
  {
    title: 'the order of the calls is told wrong',
    edits: [
      [root, '2. **Validate', '3. **Validate'],
      [root, '3. **Complete', '2. **Complete'],
    ],
  },
  {
    title: 'what a call requires before it is left out',
    edits: [[complete, 'This call requires that a reset was requested before, with Reset Password. ', '']],
  },
  { title: 'the warning of the secret is left out', edits: [[reset, '**Treat the answer as a secret.** ', '']] },
  { title: 'one of two editions is left out', edits: [[reset, ', another has it emailed', '']] },
  {
    title: 'the warning of a GET with a body is left out',
    edits: [
      [
        complete,
        '**A GET with a body.** HTTP gives such a body no meaning, and what runs in a browser cannot send one: `fetch` refuses. ',
        '',
      ],
    ],
  },
  {
    title: 'the word of the slash is left out',
    edits: [[root, '    Every path ends in a slash, and the slash matters.\n\n', '']],
  },
  {
    title: 'the introduction shows another scheme',
    edits: [[root, 'Authorization: Token <auth_token>', 'Authorization: Bearer <auth_token>']],
  },
  {
    title: 'another call is said to ask for authentication',
    edits: [[root, 'only Validate Password Reset asks', 'only Reset Password asks']],
  },
  {
    title: 'a code that is valid for every call is left out',
    edits: [[root, '    | 405 | Method Not Allowed | The HTTP verb is not the one for the call |\n', '']],
  },
  {
    title: 'a code that is valid for every call gets another name',
    edits: [[root, '| 403 | Permission Denied |', '| 403 | Forbidden |']],
  },
  {
    title: 'the description of the parameter is left out',
    edits: [['components/parameters/ResetToken.yaml', 'description: The reset token of the Reset Password call\n', '']],
  },
  {
    title: 'the description of a field is left out',
    edits: [['components/schemas/CompletePasswordResetRequest.yaml', '\n    description: The new password', '']],
  },
  {
    title: 'the description of a field is wrong',
    edits: [['components/schemas/ResetPasswordRequest.yaml', 'The email of the account', 'The name of the account']],
  },
];
