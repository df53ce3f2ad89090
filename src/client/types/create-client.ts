import type { ClientDescription } from './description.js';
import type { ClientOf } from './methods.js';
import type { ClientOptions } from './options.js';
import type { Client } from './own-client.js';

/** Makes clients. */
export interface CreateClient {
  /**
   * Makes a client of another API.
   *
   * @typeParam Operations The `operations` that openapi-typescript generates from its description.
   * @typeParam Paths The `paths` that openapi-typescript generates from it, for `raw`.
   * @param options Those of any client, and what the client needs of the description at run time.
   * @throws TypeError when `baseUrl` is no URL.
   */
  <Operations, Paths extends object = object>(options: ClientOptions & ClientDescription): ClientOf<Operations, Paths>;
  /**
   * Makes a client of the API, with one method for each operation of its description.
   *
   * A documented answer is a value, whatever its status: switch on `status`, or branch on `ok`. Everything else is
   * thrown, as a {@link ClientError}.
   *
   * @param options All of them may be left out.
   * @throws TypeError when `baseUrl` is no URL.
   * @example
   * const api = createClient({ baseUrl: 'https://api.example.com' });
   */
  (options?: ClientOptions): Client;
}
