import { createClientOn } from './client.js';
import { node } from './node/platform.js';
import type { CreateClientOf } from './types/create-client.js';

export * from './any-description-browser.js';

/** Creates a client on Node, Deno and Bun. It sends a GET body. */
export const createClient: CreateClientOf = /* @__PURE__ */ createClientOn(node);
