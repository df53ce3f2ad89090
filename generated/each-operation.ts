// Generated from the OpenAPI description. Do not edit: change the description and build again.

import type { TypedOperation } from '../src/client/generated-imports.js';
import type { Methods } from './methods.js';

const types1: readonly string[] = ["application/json"];

/**
 * Reset Password: `POST /api/organizations/reset-password/`
 */
export const resetPassword: TypedOperation<Methods["resetPassword"]> = {
  operationId: "resetPassword",
  method: "POST",
  path: "/api/organizations/reset-password/",
  responses: {
    200: types1,
    400: [],
    403: [],
    404: [],
    415: [],
  },
};

/**
 * Validate Password Reset: `GET /api/organizations/complete-password/`
 */
export const validatePasswordReset: TypedOperation<Methods["validatePasswordReset"]> = {
  operationId: "validatePasswordReset",
  method: "GET",
  path: "/api/organizations/complete-password/",
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
};

/**
 * Complete Password Reset: `POST /api/organizations/complete-password/`
 */
export const completePasswordReset: TypedOperation<Methods["completePasswordReset"]> = {
  operationId: "completePasswordReset",
  method: "POST",
  path: "/api/organizations/complete-password/",
  responses: {
    204: [],
    400: [],
    404: [],
    415: [],
  },
};
