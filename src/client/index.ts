import type { CreateClient } from './types/create-client.js';
import { untypedNodeClient } from './node/client.js';

export * from './browser.js';

/** Makes a client on Node: a GET body is sent for real. */
export const createClient: CreateClient = untypedNodeClient as unknown as CreateClient;
