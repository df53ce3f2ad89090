import { acceptable } from './accept.js';
import type { MockOperation } from './operations.js';
import { respond, type IHttpOperationConfig } from './prism.js';
import { problem, type Answer } from './problem.js';
import type { MockRequest } from './request.js';
import { serialize } from './serialize.js';
import { prismRequest } from './validate.js';

/** Which response Prism is to make; its own choice where nothing is wished. */
export type Wish = Partial<Pick<IHttpOperationConfig, 'code' | 'exampleKey' | 'dynamic' | 'seed'>>;

/** Has Prism make the response and writes it out. */
export async function sendResponse(operation: MockOperation, request: MockRequest, wish: Wish): Promise<Answer> {
  const accept = acceptable(request.headers['accept']);
  const { accept: _, ...headers } = request.headers;
  const asked = prismRequest({ ...request, headers: { ...headers, ...(accept && { accept }) } });
  const output = await respond(operation.prism, asked, wish).catch((error: Error & { status?: number }) => error);
  // Prism answers with the success response when the one that is asked for cannot be had in an accepted media type.
  const isOther = !(output instanceof Error) && wish.code !== undefined && output.statusCode !== wish.code;
  if (isOther || (output instanceof Error && output.status === 406)) {
    return problem(406, 'The response has no media type that the header Accept takes: send "Accept: */*" or leave it out.');
  }
  if (output instanceof Error) {
    return problem(500, `The description gives no response that can be made for ${operation.described.operationId}: add an example to it.`);
  }
  const sent = Object.entries(output.headers ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const { 'content-type': mediaType = '', ...others } = Object.fromEntries(sent.map(([name, value]) => [name.toLowerCase(), String(value)]));
  const body = serialize(output.body, mediaType);
  const challenge = output.statusCode === 401 && !others['www-authenticate'] && operation.security.length > 0;
  return {
    status: output.statusCode,
    headers: {
      ...others,
      ...(challenge && { 'www-authenticate': operation.challenge }),
      ...(body !== undefined && mediaType && { 'content-type': mediaType }),
    },
    body,
  };
}
