import { description } from '../../generated/operations.js';
import type { Platform } from './call.js';
import { createClientOn } from './client.js';
import type { CreateClient } from './types/create-client.js';
import type { Client } from './types/own-client.js';

/** What creates clients of this package's own description on a platform, unless operations of another one are given. */
export function createOwnClientOn(platform: Platform): CreateClient {
  return createClientOn<Client>(platform, description);
}
