import { randomBytes } from 'node:crypto';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { InputError } from '../../command/input-error.js';
import { isThisMachine } from '../../command/this-machine.js';
import { readServerUrl } from '../../command/server-url.js';

/** The server to which requests are passed on. */
export interface Upstream {
  /** Its URL. The path of a request is added to the path of this URL. */
  url: URL;
  /** The path of the URL, without a slash at the end. */
  prefix: string;
  /** The name or address of its host, an IPv6 address without brackets. */
  hostname: string;
  /** Node's function that sends a request with http or https. */
  request: typeof httpRequest;
  /** Keeps connections to the server open. */
  agent: HttpAgent;
  /** The longest time until the headers of a response arrive, and the longest pause in its body, in milliseconds. */
  timeoutMs: number;
  /** The name of this proxy in the header `Via` (RFC 9110, section 7.6.3). */
  via: string;
}

/** The longest time that an idle connection is kept, in milliseconds. The server may be about to close an older one. */
const longestIdle = 1000;

/**
 * Reads the URL of the server to which requests are passed on.
 *
 * @throws InputError when the text is not an http or https URL, or has a query or credentials. The log would show credentials.
 */
export function readUpstream(text: string, timeoutMs = 30_000): Upstream {
  const url = readServerUrl(text, 'The upstream', 'have the client send its credentials');
  const { protocol, hostname, pathname } = url;
  const isTls = protocol === 'https:';
  const AgentOf = isTls ? HttpsAgent : HttpAgent;
  return {
    url,
    prefix: pathname.replace(/\/$/, ''),
    hostname: hostname.replace(/^\[|\]$/g, ''),
    request: isTls ? httpsRequest : httpRequest,
    agent: new AgentOf({ keepAlive: true, timeout: longestIdle }),
    timeoutMs,
    via: `mock-${randomBytes(8).toString('hex')}`,
  };
}

/** Whether a request has passed this proxy before. Then the upstream leads back to the proxy. */
export function isLoop({ via }: Upstream, field: string | undefined): boolean {
  return field?.split(',').some((one) => one.trim().split(/\s+/)[1] === via) ?? false;
}

/**
 * Refuses a proxy that would pass requests on to itself. `readUpstream` refuses a text that is not a URL.
 *
 * @throws InputError when the upstream is the address on which the proxy is about to listen.
 */
export function refuseOwnAddress(upstream: string, host: string, port: number): void {
  if (!URL.canParse(upstream)) return;
  const url = new URL(upstream);
  const isSamePort = Number(url.port || (url.protocol === 'https:' ? 443 : 80)) === port;
  const isHere =
    url.hostname === host || (isThisMachine(url.hostname) && (isThisMachine(host) || /^(0\.0\.0\.0|::)$/.test(host)));
  if (port === 0 || !isSamePort || !isHere) return;
  throw new InputError(`The upstream ${url.origin} is where this proxy is to listen: give it another port.`);
}
