import { connectionFailure } from '../../command/connection-failure.js';
import type { ResponseSource, SourcedResponse, MeasuredRequest } from '../making/response-source.js';
import type { Client } from '../client.js';
import type { MockRequest } from '../../contract/message/request.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import { errorsOf, violation, type Violation } from '../../contract/message/violation.js';
import { receivedViolations } from '../../contract/response/received-response.js';
import { isLoop, type Upstream } from './upstream.js';
import { whenReady, type Soon } from '../when-ready.js';
import { passOn } from './pass-on.js';
import { receiveResponse, type UpstreamResponse } from './receive-response.js';

/**
 * Gets responses from a real server, and checks them against the description. A response of the server is never replaced here.
 * When the server gives no response, the client gets 502, or 504 when the server took too long.
 */
export function upstreamResponses(upstream: Upstream): ResponseSource {
  return {
    respond: (validated, client) =>
      attempt(upstream, validated.request, client).then((received) =>
        'unanswered' in received ? received : measured(validated, received),
      ),
    respondElsewhere: (request, client) =>
      attempt(upstream, request, client).then((received) =>
        'unanswered' in received ? received : { response: received.response, violations: connectionViolations(received) },
      ),
  };
}

async function attempt(
  upstream: Upstream,
  request: MockRequest,
  client?: Client,
): Promise<UpstreamResponse | (SourcedResponse & { unanswered: true })> {
  if (isLoop(upstream, request.headers.via)) return loop(upstream);
  try {
    return await receiveResponse(await passOn(upstream, request, client), upstream);
  } catch (error) {
    if (client?.isGone()) return disconnected;
    const reason = connectionFailure(error);
    const status = reason.endsWith('in time') ? 504 : 502;
    return {
      response: problem(status, `The server at ${upstream.url.origin} gave no response: ${reason}.`),
      violations: [violation(['connection'], 'no-response', `gave no response: ${reason}.`)],
      unanswered: true,
    };
  }
}

/** The response to a request that has come back to this proxy. Passing it on again would never end (RFC 9110, section 7.6). */
function loop({ url }: Upstream): SourcedResponse & { unanswered: true } {
  const reason = `The upstream ${url.origin} passes requests back to this proxy: give it the address of the server.`;
  return {
    response: problem(508, reason),
    violations: [violation(['connection'], 'no-response', 'leads back to this proxy.')],
    unanswered: true,
  };
}

/** Nobody receives this response. It is for the log, with the status code that servers use for a disconnected client. */
const disconnected: SourcedResponse & { unanswered: true } = {
  response: problem(499, 'The client disconnected.'),
  violations: [violation(['connection'], 'no-response', 'was ended by the client before the server responded.')],
  unanswered: true,
};

function measured(
  { operation, request, violations }: MeasuredRequest,
  upstreamResponse: UpstreamResponse,
): Soon<SourcedResponse> {
  const { response, received } = upstreamResponse;
  return whenReady(receivedViolations(operation, received, request.method), (found) => {
    const all = acceptedViolations(errorsOf(violations), response);
    all.push(...found, ...connectionViolations(upstreamResponse));
    return { response, violations: all };
  });
}

function connectionViolations({ hasExtraBytes }: UpstreamResponse): Violation[] {
  if (!hasExtraBytes) return [];
  return [violation(['connection'], 'extra-bytes', 'sent bytes after the end of the response (RFC 9112, section 6.3).')];
}

/** Reports a 2xx response to an invalid request, since the server should have refused the request. */
function acceptedViolations(violations: Violation[], { status }: MockResponse): Violation[] {
  // A server may support more content codings than this proxy can decode.
  const certain = violations.filter(({ rule }) => rule !== 'content-encoding');
  if (certain.length === 0 || status > 299) return [];
  const reasons = certain.map(({ message }) => message.replace(/\.$/, '')).join('; ');
  return [violation(['status'], 'accepted', `${status} accepted a request that is not valid: ${reasons}.`)];
}
