import { readServerUrl } from '../../command/server-url.js';

/** A server that requests are passed on to. */
export interface Upstream {
  /** Where it is; the path of a request is added to its path. */
  url: URL;
  /** How long it may take to begin a response, and to go on with it, in milliseconds. */
  timeoutMs: number;
}

/**
 * Reads where requests are passed on to.
 *
 * @throws InputError when it is no http or https URL, or holds credentials, which the log would show.
 */
export function readUpstream(text: string, timeoutMs = 30_000): Upstream {
  const url = readServerUrl(text, 'The upstream', 'have the client send its credentials');
  return { url, timeoutMs };
}
