import { serverUrls } from '../../../description/servers.js';
import type { Description } from '../../../description/types.js';

/**
 * The mock server that the page may ask: the first server of the description that is on the reader's own machine.
 *
 * @returns Its URL without a slash at the end; `undefined` where the description has no such server.
 */
export function mockServerUrl(description: Description): string | undefined {
  return serverUrls(description)
    .find((url) => isLoopback(url))
    ?.replace(/\/$/, '');
}

/** Whether a URL leads to this machine, whatever its name service says (RFC 6761, section 6.3; RFC 1122, section 3.2.1.3). */
function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
