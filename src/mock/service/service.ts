import { InputError } from '../../command/input-error.js';
import { responseKey } from '../../description/statuses.js';
import { deprecations } from '../../contract/request/deprecations.js';
import type { ResponseSource } from '../making/response-source.js';
import { validateRequest } from '../../contract/request/validate-request.js';
import type { Client } from '../client.js';
import type { Exchange } from '../exchange.js';
import { without } from '../../contract/message/headers.js';
import type { MockRequest } from '../../contract/message/request.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import { errorsOf, shownViolations, violation, warning, type Violation } from '../../contract/message/violation.js';
import { prepareOperations, type MockOperation } from '../../contract/operations.js';
import { securityViolations } from '../../contract/request/security.js';
import { unpackBody } from '../../contract/message/content-coding.js';
import { responseViolations } from '../../contract/response/response-violations.js';
import type { ReadDescription } from '../../reading/description-file.js';
import { createRouter } from './routes.js';
import { withWhatServingNeeds } from '../../reading/serviceable.js';

/** A description that is ready to be served. */
export interface Service {
  /** `info.title` and `info.version`. */
  title: string;
  operations: MockOperation[];
  /** What the description lacks and is served without, one sentence each, with the place. */
  warnings: string[];
  /** The files that the description was read from. */
  files: string[];
  /** Responds to a request, whatever it is, and measures both by the description. */
  exchange(request: MockRequest, client?: Client): Promise<Exchange>;
}

/** How a service responds. */
export interface ServiceOptions {
  /** Where the responses come from, for the service of this description. */
  source: (operations: MockOperation[]) => ResponseSource;
  /** Whether a response that differs from the description becomes a 500. */
  errors: boolean;
  /** Whether a body with a `Content-Encoding` is validated unpacked. Otherwise a request with one is not valid. */
  unpacks?: boolean;
}

/**
 * Prepares a description for serving.
 *
 * @throws InputError when none of its operations can be served.
 */
export async function createService(
  read: ReadDescription,
  { source, errors, unpacks = false }: ServiceOptions,
): Promise<Service> {
  const serviceable = withWhatServingNeeds(read.description);
  const { description } = serviceable;
  const { operations, warnings } = await prepareOperations(description);
  if (operations.length === 0) {
    const [reason = 'It has no operations.'] = warnings;
    throw new InputError(`The description ${read.name} cannot be served: ${reason}`);
  }
  const responses = source(operations);
  const route = createRouter(operations);

  async function exchangeWith(operation: MockOperation, request: MockRequest, client?: Client): Promise<Exchange> {
    const { documented } = operation;
    const validated = await validateRequest(operation, unpacks ? await unpacked(request) : request);
    const violations = [
      ...securityViolations(operation.security, request.headers, request.query),
      ...validated.violations,
      ...deprecations(operation, request),
    ];
    const measuredRequest = { operation, request, violations, ...(validated.body && { body: validated.body }) };
    const sourced = await responses.respond(measuredRequest, client);
    const found = sourced.violations ?? (await measured(operation, sourced.response));
    const isRefused = errors && !sourced.unanswered && errorsOf(found).length > 0;
    const response = isRefused ? brokenContract(errorsOf(violations), found) : sourced.response;
    if (isRefused) sourced.response.rest?.destroy();
    const keys = documented.responses.map(({ status }) => status);
    const key = sourced.unanswered ? undefined : responseKey(keys, sourced.response.status);
    return {
      method: request.method,
      path: operation.path,
      operationId: documented.operationId,
      ...(key !== undefined && { responseKey: key }),
      ...(sourced.scenario !== undefined && { scenario: sourced.scenario }),
      requestViolations: violations,
      responseViolations: found,
      response,
      ...(isRefused && { replacedStatus: sourced.response.status }),
    };
  }

  return {
    title: [description.info.title, description.info.version].filter(Boolean).join(' '),
    operations,
    warnings: [...serviceable.warnings, ...warnings],
    files: read.files,
    exchange: async (request, client) => {
      const match = request.malformed ? undefined : route(request.method, request.path);
      if (match && 'route' in match) return exchangeWith(match.route, request, client);
      const { method, path } = request;
      if (responses.respondElsewhere) {
        const { response, violations = [] } = await responses.respondElsewhere(request, client);
        const undocumented = warning(['path'], 'undocumented', notDocumented);
        return { method, path, requestViolations: [undocumented], responseViolations: violations, response };
      }
      // The response of a mock says so itself.
      const response = elsewhere(request, match, operations);
      return { method, path, requestViolations: [], responseViolations: [], response };
    },
  };
}

/** How a response differs from the description, where its source does not know. */
function measured(operation: MockOperation, { status, headers, body = '' }: MockResponse): Promise<Violation[]> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return responseViolations(operation, { status, headers, body: bytes });
}

const notDocumented = 'and method lead to no operation of the description.';

function brokenContract(ofRequest: Violation[], ofResponse: Violation[]): MockResponse {
  const shown = (message: string, violations: Violation[]): object[] =>
    shownViolations(violations).map((one) => ({ ...one, location: `${message}.${one.location}` }));
  return problem(500, 'The response differs from the description, which "errors" makes an error. See "violations".', {
    violations: [...shown('request', ofRequest), ...shown('response', ofResponse)],
  });
}

/** The request with its body as it was before it was packed; as it came where that cannot be undone. */
async function unpacked(request: MockRequest): Promise<MockRequest> {
  const { headers, body, rest } = request;
  if (rest || headers['content-encoding'] === undefined) return request;
  const unpacked = await unpackBody(body, headers['content-encoding']);
  return 'bytes' in unpacked ? { ...request, headers: without(headers, 'content-encoding'), body: unpacked.bytes } : request;
}

/** The response to a request that leads to no operation: what is wrong with it, and what there is. */
function elsewhere(
  { method, malformed }: MockRequest,
  match: ReturnType<ReturnType<typeof createRouter<MockOperation>>>,
  operations: MockOperation[],
): MockResponse {
  if (malformed) {
    const broken = violation([malformed], 'encoding', 'has a broken percent-encoding.');
    return problem(400, `The ${malformed} has a broken percent-encoding: encode each "%" as "%25".`, {
      violations: shownViolations([broken]),
    });
  }
  if (match && 'correctPath' in match) {
    const slash = match.correctPath.endsWith('/') ? 'trailing slash' : 'no trailing slash';
    return problem(404, `Path not found. Did you mean ${match.correctPath} (${slash})?`, { path: match.correctPath });
  }
  if (match && 'methods' in match) {
    const allow = [...match.methods, 'OPTIONS'].join(', ');
    if (method === 'OPTIONS') return { status: 204, headers: { allow }, body: undefined };
    return problem(405, `This path takes ${match.methods.join(' or ')}, not ${method}.`, { methods: match.methods }, { allow });
  }
  return problem(404, 'Path not found. Available paths are listed in "operations".', {
    operations: operations.map((one) => `${one.method} ${one.path}`),
  });
}
