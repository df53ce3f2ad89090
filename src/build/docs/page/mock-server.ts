import { serverUrls } from '../../../description/servers.js';
import type { Description } from '../../../description/types.js';

/**
 * Finds the mock server to which the page may send requests: the description's first server on the reader's own machine.
 *
 * @returns Its URL without a slash at the end; `undefined` when the description has no such server.
 */
export function mockServerUrl(description: Description): string | undefined {
  return serverUrls(description)
    .find((url) => isLoopback(url))
    ?.replace(/\/$/, '');
}

/** Whether a URL always leads to this machine, without a name server (RFC 6761, section 6.3; RFC 1122, section 3.2.1.3). */
function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
