// Generated from the OpenAPI description. Do not edit: change the description and build again.
// @ts-nocheck: each value has the type that it is declared with.

import type { TypedOperation } from '../src/client/generated-imports.js';
import type { Methods } from './methods.js';

const baseUrl: string = "https://stable.projectthanos.com";
const types1: readonly string[] = ["application/json"];

/**
 * Reset Password: `POST /api/organizations/reset-password/`
 */
export const resetPassword: TypedOperation<Methods["resetPassword"]> = {
  operationId: "resetPassword",
  path: "/api/organizations/reset-password/",
  method: "POST",
  responses: {
    200: types1,
    400: [],
    403: [],
    404: [],
    415: [],
  },
  baseUrl: baseUrl,
};

/**
 * Validate Password Reset: `GET /api/organizations/complete-password/`
 */
export const validatePasswordReset: TypedOperation<Methods["validatePasswordReset"]> = {
  operationId: "validatePasswordReset",
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
  baseUrl: baseUrl,
};

/**
 * Complete Password Reset: `POST /api/organizations/complete-password/`
 */
export const completePasswordReset: TypedOperation<Methods["completePasswordReset"]> = {
  operationId: "completePasswordReset",
  path: "/api/organizations/complete-password/",
  method: "POST",
  responses: {
    204: [],
    400: [],
    404: [],
    415: [],
  },
  baseUrl: baseUrl,
};
