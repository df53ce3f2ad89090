/**
 * What the original documents of the API state of its calls, copied by hand from their pages. It is the other side of
 * the comparison, so nothing here is taken from the description.
 */

/** A call, as its page has it. */
export interface CallFacts {
  name: string;
  /** The line under its name. */
  line: string;
  method: string;
  path: string;
  authenticated: boolean;
  /** Parameters in the query, each of them text and required. */
  query: string[];
  body: BodyFacts & { required: boolean };
  /** The body of the success, where there is one. */
  answer?: BodyFacts;
  /** Code, name, and what the meaning must not leave out. */
  outcomes: Array<[code: string, name: string, meaning: RegExp]>;
  /** What its prose must not leave out, the decisions on what the documents leave open among it. */
  prose: RegExp[];
}

/** A JSON object whose fields are all text and required. */
export interface BodyFacts {
  mediaType: string;
  fields: Record<string, RegExp>;
  example: Record<string, string>;
}

const email = 'jweir@projectthanos.com';
const resetToken = 'G7TwCq1Vkds0DLYnfAuP';

/** The calls, in the order in which the documents list them. */
export const calls: CallFacts[] = [
  {
    name: 'Reset Password',
    line: 'Reset the password on your account.',
    method: 'POST',
    path: '/api/organizations/reset-password/',
    authenticated: false,
    query: [],
    body: { mediaType: 'application/json', required: true, fields: { email: /^The email of the account/ }, example: { email } },
    answer: { mediaType: 'application/json', fields: { reset_token: /^The reset token/ }, example: { reset_token: resetToken } },
    outcomes: [
      ['200', 'OK', /received and the response is provided/],
      ['400', 'Bad Request', /requires is missing/],
      ['403', 'Permission Denied', /does not have permission for the action/],
      ['404', 'Not Found', /^Usually the URL is not the correct one$/],
      ['415', 'Unsupported Media Type', /syntax problem/],
    ],
    prose: [
      /first of the three/,
      /carries the reset token/,
      /as a secret/,
      /returns the reset token here, another has it emailed/,
    ],
  },
  {
    name: 'Validate Password Reset',
    line: 'Validate the password reset.',
    method: 'GET',
    path: '/api/organizations/complete-password/',
    authenticated: true,
    query: ['token'],
    body: {
      mediaType: 'text/plain',
      required: false,
      fields: { email: /^The email that you provided in the Reset Password call/ },
      example: { email },
    },
    outcomes: [
      ['204', 'No Content', /received and an email was sent to the address provided/],
      ['400', 'Bad Request', /requires is missing/],
      ['401', 'Unauthorized', /username or password is incorrect, or authentication is missing/],
      ['404', 'Not Found', /URL is not the correct one, or the address is not in the system/],
      ['415', 'Unsupported Media Type', /syntax problem/],
    ],
    prose: [
      /requires that a reset was requested before, with Reset Password/,
      /has the reset token emailed to that address/,
      /Complete Password Reset then takes the token/,
      /GET with a body.*cannot send one/,
      /body is optional here/,
      /names only `email`.*sends `token` in the query.*described as required/,
    ],
  },
  {
    name: 'Complete Password Reset',
    line: 'Provide a new password for your account.',
    method: 'POST',
    path: '/api/organizations/complete-password/',
    authenticated: false,
    query: [],
    body: {
      mediaType: 'application/json',
      required: true,
      fields: { password: /^The new password/, token: /^The `reset_token` of the Reset Password call/ },
      example: { password: 'thanosrocks', token: resetToken },
    },
    outcomes: [
      ['204', 'No Content', /received and the password was updated/],
      ['400', 'Bad Request', /requires is missing/],
      ['404', 'Not Found', /URL is not the correct one, or the address is not in the system/],
      ['415', 'Unsupported Media Type', /syntax problem/],
    ],
    prose: [/last of the three/, /takes the reset token .* and the new password/, /"Create New Password"/],
  },
];

/** What holds for every call. */
export interface ServiceFacts {
  host: string;
  authorization: { header: string; scheme: string; token: string };
  /** The codes that any call may answer with. */
  codes: CallFacts['outcomes'];
}

/** What the service-wide pages state. */
export const service: ServiceFacts = {
  host: 'https://stable.projectthanos.com',
  authorization: { header: 'Authorization', scheme: 'Token', token: 'a0f17278bed479ee719ea890b8caf0329e1f3e5b' },
  codes: [
    ['400', 'Bad Request', /requires is missing/],
    ['401', 'Unauthorized', /username or password is incorrect, or authentication is missing/],
    ['403', 'Permission Denied', /does not have permission for the action/],
    ['404', 'Not Found', /URL is not the correct one/],
    ['405', 'Method Not Allowed', /HTTP verb is not the one for the call/],
    ['415', 'Unsupported Media Type', /syntax problem/],
  ],
};
