import { node } from './node/platform.js';
import { createOwnClientOn } from './own-client.js';
import type { CreateClient } from './types/create-client.js';

export * from './browser.js';

/** Creates a client on Node, Deno and Bun: a GET body is sent. */
export const createClient: CreateClient = /* @__PURE__ */ createOwnClientOn(node);
