import { createClientOn } from './client.js';
import { node } from './node/platform.js';
import type { CreateClientOf } from './types/create-client.js';

export * from './any-description-browser.js';

/** Creates a client on Node, Deno and Bun: a GET body is sent. */
export const createClient: CreateClientOf = /* @__PURE__ */ createClientOn(node);
