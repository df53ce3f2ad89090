import { globalFetch, type BodyCarrier, type Call, type Send } from '../call.js';
import { UnsupportedBodyError } from '../errors/unsupported-body-error.js';
import { BodyDispatcher, defaultDispatcher, dispatcherOf } from './dispatcher.js';
import { requestWithBody } from './request-with-body.js';
import { isOwnFetch, wayForBodies } from './runtime.js';
import { sendOverHttp } from './send-over-http.js';

/**
 * Sends a body with GET or HEAD where the platform is known to do so, with its Content-Length.
 *
 * @throws UnsupportedBodyError elsewhere, before anything is sent.
 */
export function carryBody(call: Call): BodyCarrier {
  switch (wayForBodies()) {
    case 'dispatcher':
      return throughFetch(call);
    case 'http':
      return besidesFetch(call);
    case undefined:
      throw new UnsupportedBodyError(call.operation);
  }
}

/**
 * On Node: `fetch` sends the request without its body, and the dispatcher that it uses adds the body. So the body goes
 * wherever `fetch` goes: to a mock agent, through a proxy, or to a test double, which can read it from the Request.
 */
function throughFetch({ operation, options }: Call): BodyCarrier {
  const WithBody = requestWithBody();
  const send: Send = async (request, init) => {
    const body = await WithBody.bodyOfCall();
    const dispatcher = dispatcherOf(init) ?? dispatcherOf(options) ?? defaultDispatcher();
    if (!dispatcher) throw new UnsupportedBodyError(operation);
    const adding = new BodyDispatcher(dispatcher, body);
    const sent = new WithBody(request, { body, dispatcher: adding } as RequestInit);
    const response = await (options.fetch ?? globalFetch)(sent, init && ({ ...init, dispatcher: adding } as RequestInit));
    // A response that was made by hand has the type "default". This one is from a server, which got no body.
    if (!adding.isUsed && !sent.bodyUsed && response.type !== 'default') {
      throw new UnsupportedBodyError(operation, 'the fetch in use sent the request without its body');
    }
    return response;
  };
  return { Request: WithBody, send };
}

/** On Deno and Bun, whose `fetch` has nothing that could add a body: only where nobody has replaced that `fetch`. */
function besidesFetch({ operation, options }: Call): BodyCarrier {
  if (options.fetch || !isOwnFetch()) {
    throw new UnsupportedBodyError(operation, 'a fetch that was replaced cannot send a body with GET here, so nothing was sent');
  }
  const WithBody = requestWithBody();
  return { Request: WithBody, send: async (request) => sendOverHttp(request, await WithBody.bodyOfCall()) };
}
