// Generated from the OpenAPI description. Do not edit: change the description and build again.
// @ts-nocheck: each value has the type that it is declared with.

import type { ClientDescription } from '../src/client/generated-imports.js';

export type { Methods, Operations } from './methods.js';

const types1: readonly string[] = ["application/json"];

/** The first server of the description; empty where it names none. */
export const baseUrl: string = "https://stable.projectthanos.com";

/** What the client needs of the description at run time. */
export const description: ClientDescription = {
  baseUrl,
  operations: {
    resetPassword: {
      path: "/api/organizations/reset-password/",
      method: "POST",
      responses: {
        200: types1,
        400: [],
        403: [],
        404: [],
        415: [],
      },
    },
    validatePasswordReset: {
      path: "/api/organizations/complete-password/",
      method: "GET",
      responses: {
        204: [],
        400: [],
        401: [],
        404: [],
        415: [],
      },
      contentType: "text/plain; charset=utf-8",
      textHoldsJson: true,
      credential: {
        header: "Authorization",
        prefix: "Token ",
      },
    },
    completePasswordReset: {
      path: "/api/organizations/complete-password/",
      method: "POST",
      responses: {
        204: [],
        400: [],
        404: [],
        415: [],
      },
    },
  },
};
