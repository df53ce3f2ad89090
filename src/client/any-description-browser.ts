import { browser } from './call.js';
import { createClientOn } from './client.js';
import type { CreateClientOf } from './types/create-client.js';

export * from './exports.js';
export type { CreateClientOf } from './types/create-client.js';

/** Creates a client where there is only `fetch`, such as in a browser: a GET body is refused. */
export const createClient: CreateClientOf = /* @__PURE__ */ createClientOn(browser);
