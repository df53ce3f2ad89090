// Generated from the OpenAPI description. Do not edit: change the description and build again.

import type { OperationInit } from '../src/client/types/options.js';
import type { OperationOutcome } from '../src/client/types/outcome.js';
import type * as schema from './schema.js';

/** What the client needs of the description at run time. */
export const description = {
  baseUrl: "https://stable.projectthanos.com",
  operations: {
    resetPassword: ["POST", "/api/organizations/reset-password/", {
      200: "application/json",
      400: "",
      403: "",
      404: "",
      415: "",
    }],
    validatePasswordReset: ["GET", "/api/organizations/complete-password/", {
      204: "",
      400: "",
      401: "",
      404: "",
      415: "",
    }, "text/plain; charset=utf-8", 1, "Authorization", "Token "],
    completePasswordReset: ["POST", "/api/organizations/complete-password/", {
      204: "",
      400: "",
      404: "",
      415: "",
    }],
  },
} as const;

/** One method for each operation of the description. */
export interface OwnMethods {
  /**
   * Reset Password
   *
   * Reset the password on your account.
   *
   * This is the first of the three calls: the other two work only after it. The answer carries the reset token.
   *
   * **Treat the answer as a secret.** An edition of the documents returns the reset token here, another has it emailed. Both stay described, and whoever holds the token can set the password.
   *
   * `POST /api/organizations/reset-password/`
   *
   * @param init
   * - `body`, application/json
   * @returns The outcome, by its `status`:
   * - 200 OK: The call was received and the response is provided
   * - 400 Bad Request: Something that the request requires is missing
   * - 403 Permission Denied: The user does not have permission for the action
   * - 404 Not Found: Usually the URL is not the correct one
   * - 415 Unsupported Media Type: Usually the request has a syntax problem
   * @throws ClientError for every other outcome.
   */
  resetPassword(init: OperationInit<schema.operations["resetPassword"]>): Promise<OperationOutcome<schema.operations["resetPassword"]>>;

  /**
   * Validate Password Reset
   *
   * Validate the password reset.
   *
   * This call requires that a reset was requested before, with Reset Password. It checks that this was done for the email address provided, and has the reset token emailed to that address. Complete Password Reset then takes the token.
   *
   * **A GET with a body.** HTTP gives such a body no meaning, and what runs in a browser cannot send one: `fetch` refuses. The body is optional here. Leave it out where it cannot be sent; a later edition of the documents does so throughout.
   *
   * **The token.** The list of parameters in the original document names only `email`, yet each of its samples that ran sends `token` in the query. It is described as required.
   *
   * `GET /api/organizations/complete-password/`
   *
   * @param init
   * - `params.query.token`: The reset token of the Reset Password call
   * - `body` (optional), text/plain: JSON, sent as plain text
   * @returns The outcome, by its `status`:
   * - 204 No Content: The call was received and an email was sent to the address provided
   * - 400 Bad Request: Something that the request requires is missing
   * - 401 Unauthorized: The username or password is incorrect, or authentication is missing
   * - 404 Not Found: The URL is not the correct one, or the address is not in the system
   * - 415 Unsupported Media Type: Usually the request has a syntax problem
   * @throws ClientError for every other outcome.
   */
  validatePasswordReset(init: OperationInit<schema.operations["validatePasswordReset"]>): Promise<OperationOutcome<schema.operations["validatePasswordReset"]>>;

  /**
   * Complete Password Reset
   *
   * Provide a new password for your account.
   *
   * This is the last of the three calls. It takes the reset token that came of the two before it, and the new password. The page of this call alone was once titled "Create New Password".
   *
   * `POST /api/organizations/complete-password/`
   *
   * @param init
   * - `body`, application/json
   * @returns The outcome, by its `status`:
   * - 204 No Content: The call was received and the password was updated
   * - 400 Bad Request: Something that the request requires is missing
   * - 404 Not Found: The URL is not the correct one, or the address is not in the system
   * - 415 Unsupported Media Type: Usually the request has a syntax problem
   * @throws ClientError for every other outcome.
   */
  completePasswordReset(init: OperationInit<schema.operations["completePasswordReset"]>): Promise<OperationOutcome<schema.operations["completePasswordReset"]>>;
}
