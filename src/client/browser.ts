import { description } from '../../generated/operations.js';
import { browser } from './call.js';
import { createClientOn } from './client.js';
import type { CreateClient } from './types/create-client.js';
import type { Client } from './types/own-client.js';

export * from './exports.js';
export type { CreateClient } from './types/create-client.js';
export type { Client, Init, Outcome } from './types/own-client.js';

/** Creates a client that sends requests with `fetch` alone, such as in a browser. It refuses a GET body. */
export const createClient: CreateClient = /* @__PURE__ */ createClientOn<Client>(browser, description);
