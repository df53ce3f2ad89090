import { description } from '../../generated/operations.js';
import type { Platform } from './call.js';
import { untypedClient, type UntypedClient, type UntypedOptions } from './client.js';

/** Makes a client of this package's own description, unless operations of another one are given. */
export function ownClient(platform: Platform, given?: Partial<UntypedOptions>): UntypedClient {
  return untypedClient(platform, { ...(given?.operations ? { operations: {} } : description), ...given });
}
