import type { Headers } from '../message/headers.js';

/** A response as it came from a server. */
export interface ReceivedResponse {
  status: number;
  /** The names in lower case; several fields of one name are joined with a comma and a space. */
  headers: Headers;
  /** As it was sent; `undefined` when it is too large to be held to the description. */
  body: Uint8Array | undefined;
}
