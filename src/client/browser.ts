import { browser } from './call.js';
import { createOwnClientOn } from './own-client.js';
import type { CreateClient } from './types/create-client.js';

export * from './exports.js';
export type { CreateClient } from './types/create-client.js';
export type { Client, Init, Outcome } from './types/own-client.js';

/** Creates a client where there is only `fetch`, such as in a browser: a GET body is refused. */
export const createClient: CreateClient = /* @__PURE__ */ createOwnClientOn(browser);
