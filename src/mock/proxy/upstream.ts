import { randomBytes } from 'node:crypto';
import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { InputError } from '../../command/input-error.js';
import { isThisMachine } from '../../command/this-machine.js';
import { readServerUrl } from '../../command/server-url.js';

/** A server that requests are passed on to. */
export interface Upstream {
  /** Where it is; the path of a request is added to its path. */
  url: URL;
  /** Its path, without a slash at the end. */
  prefix: string;
  /** The name or the address of its host. */
  hostname: string;
  /** Sends a request by the protocol of the server. */
  request: typeof httpRequest;
  /** Keeps connections to it open. */
  agent: HttpAgent;
  /** How long it may take for the head of a response, and how long it may be silent in its body, in milliseconds. */
  timeoutMs: number;
  /** What this proxy is called in the field `Via` (RFC 9110, section 7.6.3). */
  via: string;
}

/** A connection that was idle for longer may just be closed by the server, in milliseconds. */
const longestIdle = 1000;

/**
 * Reads where requests are passed on to.
 *
 * @throws InputError when it is no http or https URL, or holds credentials, which the log would show.
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

/** Whether a request has passed this proxy before: then the upstream leads back to it. */
export function isLoop({ via }: Upstream, field: string | undefined): boolean {
  return field?.split(',').some((one) => one.trim().split(/\s+/)[1] === via) ?? false;
}

/**
 * Refuses a proxy that passes requests on to itself. What is no URL is refused elsewhere.
 *
 * @throws InputError when the upstream is where the proxy is about to listen.
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
