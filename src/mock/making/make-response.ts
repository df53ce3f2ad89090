import { statusCode } from '../../description/statuses.js';
import { fieldValue, isFieldName } from '../../contract/message/field.js';
import { without } from '../../contract/message/headers.js';
import type { MockRequest } from '../../contract/message/request.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import { serialize } from '../../contract/message/serialize.js';
import type { MadeResponse } from '../../contract/message/made-response.js';
import type { MockOperation } from '../../contract/operations.js';
import { acceptable } from './prism/accept-header.js';
import { explain } from '../../contract/schema/explain.js';
import { diagnoseResponse, type IHttpResponse, type ResponseChoice } from './prism/prism.js';
import { validResponse } from './prism/valid-response.js';
import { requestForPrism } from '../../contract/request/validate-request.js';

/** No application asks for more kinds of responses of one operation than this. */
const mostMade = 100;

/**
 * Has Prism make the response and writes it out. A response that is not dynamic
 * depends on the choice and the accepted media types alone, so it is made once.
 *
 * @param choice Which response. Default: the success response, with its first example.
 * @param generator Options of json-schema-faker.
 */
export function makeResponse(
  operation: MockOperation,
  request: MockRequest,
  choice: ResponseChoice,
  generator: Record<string, unknown>,
): MadeResponse {
  // Prism calls back with values of the request.
  const isConstant = !choice.dynamic && !operation.prism.callbacks?.length;
  const key = `${choice.code}\n${choice.exampleKey}\n${request.headers.accept}`;
  const known = isConstant ? operation.made.get(key) : undefined;
  if (known) return known;
  const code = choice.code ?? usualStatus(operation);
  const made =
    code === undefined
      ? explained(501, 'This operation documents no response: add one to its "responses".')
      : make(operation, request, { ...choice, code }, generator);
  if (isConstant && operation.made.size < mostMade) operation.made.set(key, made);
  return made;
}

/** The status of the success response: the lowest 2XX, else the default response as one, else the first that is documented. */
function usualStatus({ documented }: MockOperation): number | undefined {
  const keys = documented.responses.map(({ status }) => status);
  const statuses = keys.filter((key) => key !== 'default').map(statusCode);
  const successes = statuses.filter((status) => status >= 200 && status < 300);
  if (successes.length > 0) return Math.min(...successes);
  if (keys.includes('default')) return 200;
  return statuses.find((status) => status >= 200);
}

function make(
  operation: MockOperation,
  request: MockRequest,
  choice: ResponseChoice & { code: number },
  generator: Record<string, unknown>,
): MadeResponse {
  const accept = acceptable(request.headers.accept);
  const headers = without(request.headers, 'accept');
  const negotiated = attempt(operation, { ...request, headers: { ...headers, ...(accept && { accept }) } }, choice, generator);
  if (negotiated) return negotiated;
  if (accept !== undefined && attempt(operation, { ...request, headers }, choice, generator)) {
    return explained(406, 'The response has no media type that the header Accept takes: send "Accept: */*" or leave it out.');
  }
  const { operationId } = operation.documented;
  return explained(500, `The response ${choice.code} of ${operationId} cannot be made from its schema: add an example to it.`);
}

function explained(status: number, detail: string): MadeResponse {
  return { response: problem(status, detail), violations: [] };
}

function attempt(
  operation: MockOperation,
  request: MockRequest,
  choice: ResponseChoice,
  generator: Record<string, unknown>,
): MadeResponse | undefined {
  let output: IHttpResponse;
  try {
    output = validResponse(operation.prism, requestForPrism(request), choice, generator);
  } catch {
    return undefined;
  }
  // When the response that is asked for cannot be had, Prism gives the success response in its place.
  if (output.statusCode !== choice.code) return undefined;
  return { response: write(operation, output), violations: violationsOf(operation, output) };
}

function violationsOf({ prism }: MockOperation, output: IHttpResponse): MadeResponse['violations'] {
  try {
    return diagnoseResponse(prism, output).map((one) => explain('Response', one));
  } catch {
    // Prism cannot measure what it cannot read, such as a header without a value.
    return [];
  }
}

/** Fields that belong to the connection or to the framing of the body: the sender of the response sets them. */
const framing = ['connection', 'content-length', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'date'];

function write({ security, challenge }: MockOperation, { statusCode: status, headers = {}, body }: IHttpResponse): MockResponse {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers as Record<string, unknown>)) {
    // Prism gives no value to a header without an example that it cannot make one for.
    if (value === null || value === undefined || !isFieldName(name) || framing.includes(name.toLowerCase())) continue;
    fields[name.toLowerCase()] = fieldValue(typeof value === 'string' ? value : JSON.stringify(value));
  }
  const { 'content-type': mediaType = '', ...others } = fields;
  const text = serialize(body, mediaType);
  return {
    status,
    headers: {
      ...(status === 401 && security.length > 0 && { 'www-authenticate': challenge }),
      ...others,
      ...(text !== undefined && mediaType && { 'content-type': mediaType }),
    },
    body: text,
  };
}
