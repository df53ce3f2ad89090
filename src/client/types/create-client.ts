import type { ClientDescription, TypedOperation } from './description.js';
import type { ClientOf, ClientWith } from './methods.js';
import type { ClientOptions } from './options.js';
import type { Client } from './own-client.js';

/** Creates clients of any description. */
export interface CreateClientOf {
  /**
   * Creates a client of single operations. A bundle then contains only the operations that it calls.
   *
   * @param options The options of any client, and `operations`: constants of `@projectthanos/password-reset/operations`, or of
   *   the `each-operation.ts` that the build writes for another description. The default `baseUrl` is the server of the
   *   operations, if all have the same.
   * @throws TypeError when `baseUrl` is missing or not an http or https URL, or a header cannot be sent.
   * @example
   * import { resetPassword } from '@projectthanos/password-reset/operations';
   * const api = createClient({ operations: { resetPassword } });
   */
  <Operations extends Readonly<Record<string, TypedOperation>>>(
    options: ClientOptions & { readonly operations: Operations },
  ): ClientWith<Operations>;
  /**
   * Creates a client of another API.
   *
   * @typeParam Operations The `Operations` of the `operations.ts` that the build writes for its description.
   * @typeParam Paths The `paths` that openapi-typescript generates from it, for `raw`.
   * @param options The options of any client, and the description that the build writes to `operations.ts`.
   * @throws TypeError when `baseUrl` is not an http or https URL, or a header cannot be sent.
   */
  <Operations, Paths extends object = object>(options: ClientOptions & ClientDescription): ClientOf<Operations, Paths>;
}

/** Creates clients of the API, or of another one. */
export type CreateClient = CreateClientOf & CreateOwnClient;

interface CreateOwnClient {
  /**
   * Creates a client of the API, with one method for each operation of its description.
   *
   * A documented response is a value, whatever its status: switch on `status`, or branch on `ok`. Everything else is
   * thrown, as a {@link ClientError}.
   *
   * @param options All of them are optional.
   * @throws TypeError when `baseUrl` is not an http or https URL, or a header cannot be sent.
   * @example
   * const api = createClient({ baseUrl: 'https://api.example.com' });
   */
  // eslint-disable-next-line @typescript-eslint/prefer-function-type -- An editor shows the words of a signature.
  (options?: ClientOptions): Client;
}
