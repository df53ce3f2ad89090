/**
 * What the original documents of the API state about its operations, copied by hand from their pages. The description is
 * compared with it, so nothing here is taken from the description. Facts are pinned, not sentences: a pattern looks for
 * the words that carry the fact.
 */

/** An operation, as its page documents it. */
export interface OperationFacts {
  name: string;
  /** The line under its name. */
  line: string;
  method: string;
  path: string;
  authenticated: boolean;
  /** Parameters in the query, each of them text and required. */
  query: string[];
  body: BodyFacts & { required: boolean };
  /** The body of the success response, where there is one. */
  responseBody?: BodyFacts;
  responses: ResponseFacts[];
  /** What its prose must not leave out. */
  prose: RegExp[];
}

/** A row of the table of status codes. */
export interface ResponseFacts {
  status: string;
  name: string;
  /** What the meaning must not leave out. */
  meaning: RegExp;
}

/** A JSON object whose fields are all text and required. */
export interface BodyFacts {
  mediaType: string;
  fields: Record<string, RegExp>;
  example: Record<string, string>;
}

const email = 'jweir@projectthanos.com';
const resetToken = 'G7TwCq1Vkds0DLYnfAuP';

const usualSyntaxProblem: ResponseFacts = {
  status: '415',
  name: 'Unsupported Media Type',
  meaning: /(usually|generally).*syntax problem/i,
};
const missing: ResponseFacts = { status: '400', name: 'Bad Request', meaning: /required.*missing/i };
const unauthorized: ResponseFacts = {
  status: '401',
  name: 'Unauthorized',
  meaning: /username or password.*incorrect.*authentication.*missing/i,
};
const noPermission: ResponseFacts = {
  status: '403',
  name: 'Permission Denied',
  meaning: /user.*(not have|lacks) permission.*action/i,
};
/** "Generally" is the word of the source: other causes are possible. */
const notFound: ResponseFacts = {
  status: '404',
  name: 'Not Found',
  meaning: /(usually|generally).*URL.*or .*address is not in the system/i,
};

/** The operations, in the order in which the documents list them. */
export const operationFacts: OperationFacts[] = [
  {
    name: 'Reset Password',
    line: 'Reset the password on your account.',
    method: 'POST',
    path: '/api/organizations/reset-password/',
    authenticated: false,
    query: [],
    body: { mediaType: 'application/json', required: true, fields: { email: /email.* of the account/i }, example: { email } },
    responseBody: {
      mediaType: 'application/json',
      fields: { reset_token: /reset token.*Validate Password Reset.*Complete Password Reset/i },
      example: { reset_token: resetToken },
    },
    responses: [
      { status: '200', name: 'OK', meaning: /received.*response/i },
      missing,
      noPermission,
      { status: '404', name: 'Not Found', meaning: /(usually|generally).*URL/i },
      usualSyntaxProblem,
    ],
    prose: [
      /first.*other two.*require/i,
      /response contains the reset token/i,
      /secret.*set a new password/i,
      /inconsistent.*returned.*emailed/i,
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
      fields: { email: /email.*Reset Password/i },
      example: { email },
    },
    responses: [
      { status: '204', name: 'No Content', meaning: /received and an email was sent to the address provided/i },
      missing,
      unauthorized,
      notFound,
      usualSyntaxProblem,
    ],
    prose: [
      /Reset Password first/i,
      /checks.*reset was requested.*email address/i,
      /emails the reset token/i,
      /token to Complete Password Reset/i,
      /GET.*body.*browsers cannot send/i,
      /body is optional/i,
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
      fields: { password: /new password/i, token: /`reset_token`.*Reset Password/i },
      example: { password: 'thanosrocks', token: resetToken },
    },
    responses: [
      { status: '204', name: 'No Content', meaning: /received.*password was updated/i },
      missing,
      notFound,
      usualSyntaxProblem,
    ],
    prose: [/last/i, /reset token and the new password/i, /"Create New Password"/],
  },
];

/** What the service-wide pages state. */
export interface ServiceFacts {
  host: string;
  authorization: { header: string; scheme: string; token: string };
  /** The general error status codes. */
  responses: ResponseFacts[];
}

export const service: ServiceFacts = {
  host: 'https://stable.projectthanos.com',
  authorization: { header: 'Authorization', scheme: 'Token', token: 'a0f17278bed479ee719ea890b8caf0329e1f3e5b' },
  responses: [
    missing,
    unauthorized,
    noPermission,
    { status: '404', name: 'Not Found', meaning: /^(?!.*(usually|generally)).*URL/i },
    { status: '405', name: 'Method Not Allowed', meaning: /HTTP (verb|method)/i },
    { status: '415', name: 'Unsupported Media Type', meaning: /^(?!.*(usually|generally)).*syntax problem/i },
  ],
};
