import { description } from '../../generated/operations.js';
import { createClientOn } from './client.js';
import { node } from './node/platform.js';
import type { CreateClient } from './types/create-client.js';
import type { Client } from './types/own-client.js';

export * from './browser.js';

/** Creates a client on Node, Deno and Bun. It sends a GET body. */
export const createClient: CreateClient = /* @__PURE__ */ createClientOn<Client>(node, description);
