import { browser } from './call.js';
import { createClientOn } from './client.js';
import type { CreateClientOf } from './types/create-client.js';

export * from './exports.js';
export type { CreateClientOf } from './types/create-client.js';

/** Creates a client that sends requests with `fetch` alone, such as in a browser. It refuses a GET body. */
export const createClient: CreateClientOf = /* @__PURE__ */ createClientOn(browser);
