import { globalFetch, type BodyCarrier, type NamedOperation, type Send } from '../call.js';
import { UnsupportedBodyError } from '../errors/unsupported-body-error.js';
import type { ClientOptions } from '../types/options.js';
import { CheckedDispatcher, defaultDispatcher, dispatcherOf, withDispatcher } from './dispatcher.js';
import { requestWithBody, writtenBody, type WrittenBody } from './request-with-body.js';
import { isOwnFetch, wayForBodies } from './runtime.js';
import { sendOverHttp } from './send-over-http.js';

/**
 * Sends a body with GET or HEAD, with a Content-Length, on platforms that are known to do so.
 *
 * @throws UnsupportedBodyError on any other platform, before a request is sent.
 */
export async function carryBody(
  operation: NamedOperation,
  options: ClientOptions,
  body: BodyInit | undefined,
): Promise<BodyCarrier> {
  switch (wayForBodies()) {
    case 'dispatcher':
      return throughFetch(operation, options, await writtenBody(body));
    case 'http':
      return besidesFetch(operation, options, await writtenBody(body));
    case undefined:
      throw new UnsupportedBodyError(operation);
  }
}

const lost = 'the fetch in use, or what replaces it, sent a copy of the request, and the copy has no body';

/**
 * On Node, `fetch` sends the request without its body, and its dispatcher adds the body. So the body goes wherever `fetch`
 * goes, such as to a mock agent or through a proxy. A test double can read it from the Request.
 */
function throughFetch(operation: NamedOperation, options: ClientOptions, body: WrittenBody): BodyCarrier {
  const WithBody = requestWithBody(body);
  const send: Send = async (request, init) => {
    const dispatcher = dispatcherOf(init) ?? dispatcherOf(options) ?? defaultDispatcher();
    if (!dispatcher) throw new UnsupportedBodyError(operation);
    const adding = new CheckedDispatcher(dispatcher, { body: body.content });
    const sent = new WithBody(request, withDispatcher(adding));
    const response = await (options.fetch ?? globalFetch)(sent, init && withDispatcher(adding, init));
    // A response that was created in code has the type "default". All others come from a server.
    const isFromServer = response.type !== 'default';
    if (!adding.isUsed && (isFromServer ? !sent.bodyUsed : sent.isCopiedUnread)) throw new UnsupportedBodyError(operation, lost);
    return response;
  };
  return { Request: WithBody, send };
}

/** On Deno and Bun, whose `fetch` has nothing that could add a body: only where nobody has replaced that `fetch`. */
function besidesFetch(operation: NamedOperation, options: ClientOptions, body: WrittenBody): BodyCarrier {
  if (options.fetch || !isOwnFetch()) {
    throw new UnsupportedBodyError(operation, 'a fetch that was replaced cannot send a body with GET here, so nothing was sent');
  }
  return {
    Request: requestWithBody(body),
    send: (request) => sendOverHttp(request, body.content),
  };
}
