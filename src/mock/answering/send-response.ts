import { acceptable } from '../prism/accept-header.js';
import type { MockOperation } from '../operations/operations.js';
import { without } from '../exchange/headers.js';
import type { IHttpOperationConfig, IHttpResponse } from '../prism/prism.js';
import { problem, type Answer } from '../exchange/answer.js';
import type { MockRequest } from '../exchange/request.js';
import { serialize } from './serialize.js';
import { validResponse } from '../prism/make-response.js';
import { prismRequest } from './validate-request.js';

/** Which response Prism is to make; its own choice where nothing is wished. */
export type Wish = Partial<Pick<IHttpOperationConfig, 'code' | 'exampleKey' | 'dynamic' | 'seed'>>;

/** More kinds of responses of one operation than this are asked for by no application. */
const mostMade = 100;

/**
 * Has Prism make the response and writes it out. A response that is not dynamic
 * depends on the wish and the accepted media types alone, so it is made once.
 */
export async function sendResponse(operation: MockOperation, request: MockRequest, wish: Wish): Promise<Answer> {
  const accept = acceptable(request.headers.accept);
  // Prism calls back with values of the request.
  const isConstant = !wish.dynamic && !operation.prism.callbacks?.length;
  const key = `${wish.code}\n${wish.exampleKey}\n${accept}`;
  const known = isConstant ? operation.made.get(key) : undefined;
  if (known) return known;
  const answer = await make(
    operation,
    { ...request, headers: { ...without(request.headers, 'accept'), ...(accept && { accept }) } },
    wish,
  );
  if (isConstant && operation.made.size < mostMade) operation.made.set(key, answer);
  return answer;
}

async function make(operation: MockOperation, request: MockRequest, wish: Wish): Promise<Answer> {
  const output = await attempt(operation, request, wish);
  if (output) return write(operation, output);
  const headers = without(request.headers, 'accept');
  if (request.headers.accept !== undefined && (await attempt(operation, { ...request, headers }, wish))) {
    return problem(406, 'The response has no media type that the header Accept takes: send "Accept: */*" or leave it out.');
  }
  return problem(
    500,
    `The description gives no response that can be made for ${operation.described.operationId}: add an example to it.`,
  );
}

async function attempt(operation: MockOperation, request: MockRequest, wish: Wish): Promise<IHttpResponse | undefined> {
  try {
    const output = await validResponse(operation.prism, prismRequest(request), wish);
    // When the response that is asked for cannot be had, Prism gives the success response in its place.
    return wish.code === undefined || output.statusCode === wish.code ? output : undefined;
  } catch {
    return undefined;
  }
}

function write({ security, challenge }: MockOperation, { statusCode, headers = {}, body }: IHttpResponse): Answer {
  // Prism gives no value to a header without an example that it cannot make one for.
  const sent = Object.entries(headers as Record<string, string | number | null>).filter(([, value]) => value !== null);
  const { 'content-type': mediaType = '', ...others } = Object.fromEntries(
    sent.map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  const text = serialize(body, mediaType);
  return {
    status: statusCode,
    headers: {
      ...(statusCode === 401 && security.length > 0 && { 'www-authenticate': challenge }),
      ...others,
      ...(text !== undefined && mediaType && { 'content-type': mediaType }),
    },
    body: text,
  };
}
