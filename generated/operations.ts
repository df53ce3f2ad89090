// Generated from the OpenAPI description. Do not edit: change the description and build again.

/** What the client needs of the description at run time. */
export const description = {
  baseUrl: "https://stable.projectthanos.com",
  securitySchemes: {
    AuthToken: {
      in: "header",
      name: "Authorization",
      prefix: "Token ",
    },
  },
  operations: {
    resetPassword: {
      method: "POST",
      path: "/api/organizations/reset-password/",
      security: [],
      idempotent: false,
      request: ["application/json"],
      responses: {
        200: ["application/json"],
        400: [],
        403: [],
        404: [],
        415: [],
      },
    },
    validatePasswordReset: {
      method: "GET",
      path: "/api/organizations/complete-password/",
      security: ["AuthToken"],
      idempotent: true,
      request: ["text/plain"],
      responses: {
        204: [],
        400: [],
        401: [],
        404: [],
        415: [],
      },
    },
    completePasswordReset: {
      method: "POST",
      path: "/api/organizations/complete-password/",
      security: [],
      idempotent: false,
      request: ["application/json"],
      responses: {
        204: [],
        400: [],
        404: [],
        415: [],
      },
    },
  },
} as const;
