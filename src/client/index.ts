import { node } from './node/platform.js';
import type { UntypedOptions } from './client.js';
import { ownClient } from './own-client.js';
import type { CreateClient } from './types/create-client.js';

export * from './browser.js';

/** Creates a client on Node, Deno and Bun: a GET body is sent. */
export const createClient: CreateClient = ((options?: Partial<UntypedOptions>) =>
  ownClient(node, options)) as unknown as CreateClient;
