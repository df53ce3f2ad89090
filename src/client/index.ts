import { description } from '../../generated/operations.js';
import type { CreateClient } from './create-client.js';
import { nodeClientOf } from './node/client.js';
import type { ClientOptions } from './options.js';

export * from './browser.js';

/** Makes a client on Node: a GET body is sent for real. */
export const createClient: CreateClient = ((options?: ClientOptions) =>
  nodeClientOf({ ...description, ...options })) as unknown as CreateClient;
