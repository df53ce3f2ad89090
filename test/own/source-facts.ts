/**
 * The facts about the operations in the original documents of the API, copied by hand. The description is compared with them,
 * so nothing here may be copied from the description. Facts are compared, not sentences: a pattern matches the words that state
 * the fact.
 */

/** An operation, as documented on its page. */
export interface OperationFacts {
  name: string;
  /** The line under its name. */
  line: string;
  method: string;
  path: string;
  authenticated: boolean;
  /** The query parameters. Each is a required string. */
  query: string[];
  body: BodyFacts & { required: boolean };
  /** The body of the success response, if there is one. */
  responseBody?: BodyFacts;
  responses: ResponseFacts[];
  /** Facts that its description must contain. */
  prose: RegExp[];
}

/** A row of the table of status codes. */
export interface ResponseFacts {
  status: string;
  name: string;
  /** Facts that the meaning must contain. */
  meaning: RegExp;
}

/** A JSON object whose fields are all required strings. */
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
/** The source says "Generally", since other causes are possible. */
const notFound: ResponseFacts = {
  status: '404',
  name: 'Not Found',
  meaning: /(usually|generally).*URL.*or .*address is not in the system/i,
};

/** The operations, in the order of the documents. */
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

/** The facts on the service-wide pages. */
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
