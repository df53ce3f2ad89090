import { description } from '../../generated/operations.js';
import type { Platform } from './call.js';
import { untypedClient, type UntypedOptions } from './client.js';
import type { CreateClient } from './types/create-client.js';
import type { ClientDescription, TypedOperation } from './types/description.js';
import type { ClientOf, ClientWith } from './types/methods.js';
import type { ClientOptions } from './types/options.js';
import type { Client } from './types/own-client.js';

/** What creates clients of this package's own description on a platform, unless operations of another one are given. */
export function createOwnClientOn(platform: Platform): CreateClient {
  function createClient<Operations extends Readonly<Record<string, TypedOperation>>>(
    options: ClientOptions & { readonly operations: Operations },
  ): ClientWith<Operations>;
  function createClient<Operations, Paths extends object = object>(
    options: ClientOptions & ClientDescription,
  ): ClientOf<Operations, Paths>;
  function createClient(options?: ClientOptions): Client;
  function createClient(options?: Partial<UntypedOptions>): object {
    return untypedClient(platform, { ...(options?.operations ? { operations: {} } : description), ...options });
  }
  return createClient;
}
