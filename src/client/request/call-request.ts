import type { Call } from '../call.js';

/**
 * The class of the request of a call, for openapi-fetch to make it with. It adds the headers and the body, because
 * openapi-fetch would merge the headers twice and write the body again. Bind it to the call.
 */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- It creates a Request.
export class CallRequest {
  /** Makes `instanceof` accept any Request, such as one that a middleware has made. */
  static [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Request;
  }

  constructor(call: Call, input: RequestInfo | URL, init?: RequestInit) {
    const { carrier, headers, body } = call;
    // Otherwise they would stay in memory until the response arrives.
    call.headers = undefined;
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- "new" returns what the constructor returns.
    return (call.request = new (carrier ? carrier.Request : Request)(input, Object.assign({}, init, { headers, body })));
  }
}
