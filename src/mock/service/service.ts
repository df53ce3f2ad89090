import { InputError } from '../../command/input-error.js';
import { completeDescription } from '../../description/complete.js';
import { responseKey } from '../../description/statuses.js';
import type { MeasuredRequest, ResponseSource, SourcedResponse } from '../making/response-source.js';
import { validateRequest } from '../../contract/request/validate-request.js';
import type { Client } from '../client.js';
import type { Exchange } from '../exchange.js';
import { without } from '../../contract/message/headers.js';
import type { MockRequest } from '../../contract/message/request.js';
import { problem, type MockResponse } from '../../contract/message/response.js';
import { errorsOf, shownViolations, warning, type Violation } from '../../contract/message/violation.js';
import { contractProblems, prepareOperations, type ContractOperation } from '../../contract/operations.js';
import { unpackBody } from '../../contract/body/content-coding.js';
import { responseViolations } from '../../contract/response/response-violations.js';
import type { ReadDescription } from '../../reading/description-file.js';
import { noOperation } from './no-operation.js';
import { createRouter, type RouteMatch } from './routes.js';

/** How a service responds. */
export interface ServiceOptions {
  /** Where the responses come from. */
  responses: ResponseSource;
  /** Whether a response that differs from the description becomes a 500. */
  errors: boolean;
  /** Whether a body with a `Content-Encoding` is validated unpacked. Otherwise a request with one is not valid. */
  unpacks?: boolean;
}

/** A description that is ready to be served: its operations, and the way from a request to a response. */
export class Service {
  /** `info.title` and `info.version`. */
  readonly title: string;
  readonly operations: ContractOperation[];
  /** What the description lacks and is served without, and what of it cannot be checked: one sentence each, with the place. */
  readonly warnings: string[];
  /** The files that the description was read from. */
  readonly files: string[];
  readonly #options: ServiceOptions;
  readonly #route: (method: string, path: string) => RouteMatch<ContractOperation>;

  /** @throws InputError when none of the operations of the description can be served. */
  constructor(read: ReadDescription, options: ServiceOptions) {
    const { description, notes } = completeDescription(read.description);
    const { operations, warnings } = prepareOperations(description);
    if (operations.length === 0) {
      const [reason = 'It has no operations.'] = warnings;
      throw new InputError(`The description ${read.name} cannot be served: ${reason}`);
    }
    this.title = [description.info.title, description.info.version].filter(Boolean).join(' ');
    this.operations = operations;
    this.warnings = [...read.warnings, ...notes, ...warnings, ...contractProblems(operations)];
    this.files = read.files;
    this.#options = options;
    this.#route = createRouter(operations);
  }

  /** Responds to a request, whatever it is, and holds both to the description. */
  async respondTo(request: MockRequest, client?: Client): Promise<Exchange> {
    const match = request.malformed ? undefined : this.#route(request.method, request.path);
    return match && 'route' in match
      ? this.#respondAt(match.route, request, client)
      : this.#respondElsewhere(match, request, client);
  }

  async #respondAt(operation: ContractOperation, request: MockRequest, client?: Client): Promise<Exchange> {
    const { responses, errors, unpacks = false } = this.#options;
    const content = await validateRequest(operation, unpacks ? await unpacked(request) : request);
    const { violations } = content;
    const measuredRequest: MeasuredRequest = { ...content, operation, request };
    const sourced = await responses.respond(measuredRequest, client);
    const found = sourced.violations ?? (await measured(operation, sourced.response));
    const isRefused = errors && !sourced.unanswered && errorsOf(found).length > 0;
    if (isRefused) sourced.response.rest?.destroy();
    const key = documentedKey(operation, sourced);
    return {
      method: request.method,
      path: operation.path,
      operationId: operation.documented.operationId,
      ...(key !== undefined && { responseKey: key }),
      ...(sourced.scenario !== undefined && { scenario: sourced.scenario }),
      requestViolations: violations,
      responseViolations: found,
      response: isRefused ? brokenContract(errorsOf(violations), found) : sourced.response,
      ...(isRefused && { replacedStatus: sourced.response.status }),
    };
  }

  async #respondElsewhere(match: RouteMatch<ContractOperation>, request: MockRequest, client?: Client): Promise<Exchange> {
    const { method, path } = request;
    const { responses } = this.#options;
    if (!responses.respondElsewhere) {
      // The response of a mock says so itself.
      const response = noOperation(request, match, this.operations);
      return { method, path, requestViolations: [], responseViolations: [], response };
    }
    const { response, violations = [] } = await responses.respondElsewhere(request, client);
    const undocumented = warning(['path'], 'undocumented', 'and method lead to no operation of the description.');
    return { method, path, requestViolations: [undocumented], responseViolations: violations, response };
  }
}

/** How a response differs from the description, where its source does not know. */
function measured(
  operation: ContractOperation,
  { status, headers, body = '' }: MockResponse,
): Violation[] | Promise<Violation[]> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return responseViolations(operation, { status, headers, body: bytes });
}

function documentedKey({ responses }: ContractOperation, { unanswered, response }: SourcedResponse): string | undefined {
  if (unanswered) return undefined;
  return responseKey(
    responses.map(({ key }) => key),
    response.status,
  );
}

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
  const result = await unpackBody(body, headers['content-encoding']);
  return 'bytes' in result ? { ...request, headers: without(headers, 'content-encoding'), body: result.bytes } : request;
}
