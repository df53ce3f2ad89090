// Generated from the OpenAPI description. Do not edit: change the description and build again.

import type { OperationInit, OperationOutcome, ParseAs, ParseOption } from '../src/client/generated-imports.js';
import type * as schema from './schema.js';

/** The operations, for the types of a client: those of the schema, and those without an `operationId`. */
export interface Operations {
  resetPassword: schema.operations["resetPassword"];
  validatePasswordReset: schema.operations["validatePasswordReset"];
  completePasswordReset: schema.operations["completePasswordReset"];
}

/** One method for each operation of the description. */
export interface Methods {
  /**
   * Reset Password
   *
   * Reset the password on your account.
   *
   * Call this first; the other two operations require it. The response contains the reset token.
   *
   * **Keep the reset token secret:** anyone who has it can set a new password. Editions of the API are inconsistent: the token is returned here, emailed, or both.
   *
   * `POST /api/organizations/reset-password/`
   *
   * @param init
   * - `body`, application/json
   * @returns The response, by its `status`:
   * - 200 OK: The request was received and the response is provided
   * - 400 Bad Request: A required parameter or field is missing
   * - 403 Permission Denied: The user does not have permission for the action
   * - 404 Not Found: Usually the URL is wrong
   * - 415 Unsupported Media Type: Usually a syntax problem in the request: check that its `Content-Type` is the media type of the body
   * @throws ClientError for everything else.
   */
  resetPassword<Parse extends ParseAs | undefined = undefined>(
    init: OperationInit<Operations["resetPassword"]> & ParseOption<Parse> & {
      /**
       * As application/json.
       */
      body: OperationInit<Operations["resetPassword"]>["body"];
    },
  ): Promise<OperationOutcome<Operations["resetPassword"], Parse>>;

  /**
   * Validate Password Reset
   *
   * Validate the password reset.
   *
   * Call Reset Password first. With the reset token from its response, this operation checks that a reset was requested for your email address, and emails the reset token to you. Pass that token to Complete Password Reset.
   *
   * **GET with a body:** HTTP defines no semantics for a GET body, and browsers cannot send one (`fetch` throws a `TypeError`). The body is optional: omit it in browsers. [Who carries it](get-with-a-body.html).
   *
   * `GET /api/organizations/complete-password/`
   *
   * @param init
   * - `params.query.token`: The reset token from Reset Password
   * - `body` (optional), text/plain: JSON, sent as plain text
   * @returns The response, by its `status`:
   * - 204 No Content: The request was received and an email was sent to the address provided
   * - 400 Bad Request: A required parameter or field is missing
   * - 401 Unauthorized: The username or password is incorrect, or authentication is missing
   * - 404 Not Found: Usually the URL is wrong or the account's email address is not in the system
   * - 415 Unsupported Media Type: Usually a syntax problem in the request: check that its `Content-Type` is the media type of the body
   * @throws ClientError for everything else.
   */
  validatePasswordReset<Parse extends ParseAs | undefined = undefined>(
    init: OperationInit<Operations["validatePasswordReset"]> & ParseOption<Parse> & {
      /**
       * JSON, sent as plain text
       *
       * As text/plain.
       */
      body?: OperationInit<Operations["validatePasswordReset"]>["body"];
    },
  ): Promise<OperationOutcome<Operations["validatePasswordReset"], Parse>>;

  /**
   * Complete Password Reset
   *
   * Provide a new password for your account.
   *
   * Call this last, with the reset token and the new password. This operation is also known as "Create New Password".
   *
   * `POST /api/organizations/complete-password/`
   *
   * @param init
   * - `body`, application/json
   * @returns The response, by its `status`:
   * - 204 No Content: The request was received and the password was updated
   * - 400 Bad Request: A required parameter or field is missing
   * - 404 Not Found: Usually the URL is wrong or the account's email address is not in the system
   * - 415 Unsupported Media Type: Usually a syntax problem in the request: check that its `Content-Type` is the media type of the body
   * @throws ClientError for everything else.
   */
  completePasswordReset<Parse extends ParseAs | undefined = undefined>(
    init: OperationInit<Operations["completePasswordReset"]> & ParseOption<Parse> & {
      /**
       * As application/json.
       */
      body: OperationInit<Operations["completePasswordReset"]>["body"];
    },
  ): Promise<OperationOutcome<Operations["completePasswordReset"], Parse>>;
}
