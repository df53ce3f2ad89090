import { description } from '../../generated/operations.js';
import { browser } from './call.js';
import { createClientOn } from './client.js';
import type { CreateClient } from './types/create-client.js';
import type { Client } from './types/own-client.js';

export * from './exports.js';
export type { CreateClient } from './types/create-client.js';
export type { Client, Init, Outcome } from './types/own-client.js';

/** Creates a client where there is only `fetch`, such as in a browser: a GET body is refused. */
export const createClient: CreateClient = /* @__PURE__ */ createClientOn<Client>(browser, description);
