import { InputError } from '../../command/input-error.js';
import { completeInPlace } from '../../description/complete.js';
import { once } from '../../description/once-for.js';
import { sentViolations } from '../making/make-response.js';
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
import { documentedResponse } from '../../contract/response/response-violations.js';
import type { ReadDescription } from '../../reading/description-file.js';
import { whenReady, type Soon } from '../when-ready.js';
import { noOperation } from './no-operation.js';
import { createRouter, type RouteMatch } from './routes.js';

/** How a service responds. */
export interface ServiceOptions {
  /** The source of the responses. */
  responses: ResponseSource;
  /** Whether a response that differs from the description becomes a 500. */
  errors: boolean;
  /** Whether a body with a `Content-Encoding` is decoded and validated. Otherwise a request with one is not valid. */
  unpacks?: boolean;
}

/** A description that is ready to be served. It finds the operation of a request and returns the response. */
export class Service {
  /** `info.title` and `info.version`. */
  readonly title: string;
  readonly operations: ContractOperation[];
  /** The files that the description was read from. */
  readonly files: string[];
  readonly #options: ServiceOptions;
  /** The warnings are made when first needed: for a large description, checking all schemas takes as long as reading them. */
  readonly #warnings: () => string[];
  readonly #route: (method: string, path: string) => RouteMatch<ContractOperation>;

  /** @throws InputError when none of the operations of the description can be served. */
  constructor(read: ReadDescription, options: ServiceOptions) {
    const { description, notes } = completeInPlace(read.description);
    const { operations, warnings } = prepareOperations(description);
    if (operations.length === 0) {
      const [reason = 'It has no operations.'] = warnings;
      throw new InputError(`The description ${read.name} cannot be served: ${reason}`);
    }
    this.title = [description.info.title, description.info.version].filter(Boolean).join(' ');
    this.operations = operations;
    this.#warnings = once(() => [...read.warnings, ...notes, ...warnings, ...contractProblems(operations)]);
    this.files = read.files;
    this.#options = options;
    this.#route = createRouter(operations);
  }

  /** One sentence, with the place, for each thing that the description lacks or that cannot be checked. */
  get warnings(): string[] {
    return this.#warnings();
  }

  /** Responds to any request, and checks the request and the response against the description. */
  respondTo(request: MockRequest, client?: Client): Soon<Exchange> {
    const match = request.malformed ? undefined : this.#route(request.method, request.path);
    if (match && 'route' in match) return this.#respondAt(match.route, request, client);
    const isHead = request.method === 'HEAD' && match && 'methods' in match && match.methods.includes('GET');
    return isHead && !this.#options.responses.respondElsewhere
      ? this.#respondToHead(request, client)
      : this.#respondElsewhere(match, request, client);
  }

  /** Responds as to GET (RFC 9110, section 9.3.2). The response goes out without its body, so it counts as no documented one. */
  #respondToHead(request: MockRequest, client?: Client): Soon<Exchange> {
    return whenReady(this.respondTo({ ...request, method: 'GET', isHead: true }, client), (exchange) => ({
      ...exchange,
      method: request.method,
      operationId: undefined,
      responseKey: undefined,
    }));
  }

  #respondAt(operation: ContractOperation, request: MockRequest, client?: Client): Soon<Exchange> {
    const readable = this.#options.unpacks ? unpacked(request) : request;
    const content = whenReady(readable, (one) => validateRequest(operation, one));
    return whenReady(content, ({ violations, parameters, body }) => {
      const measuredRequest: MeasuredRequest = { operation, request, violations, parameters, body };
      return this.#respondWith(measuredRequest, this.#options.responses.respond(measuredRequest, client));
    });
  }

  #respondWith(request: MeasuredRequest, sourced: Soon<SourcedResponse>): Soon<Exchange> {
    return whenReady(sourced, (one) =>
      whenReady(one.violations ?? sentViolations(request.operation, one.response), (found) =>
        this.#exchange(request, one, found),
      ),
    );
  }

  #exchange(
    { operation, request, violations }: MeasuredRequest,
    { response, scenario, unanswered }: SourcedResponse,
    found: Violation[],
  ): Exchange {
    const isRefused = this.#options.errors && !unanswered && errorsOf(found).length > 0;
    if (isRefused) response.rest?.destroy();
    return {
      method: request.method,
      path: operation.path,
      operationId: operation.documented.operationId,
      responseKey: unanswered ? undefined : documentedResponse(operation, response.status)?.key,
      scenario,
      requestViolations: violations,
      responseViolations: found,
      response: isRefused ? brokenContract(errorsOf(violations), found) : response,
      replacedStatus: isRefused ? response.status : undefined,
    };
  }

  #respondElsewhere(match: RouteMatch<ContractOperation>, request: MockRequest, client?: Client): Soon<Exchange> {
    const { method, path } = request;
    const { responses } = this.#options;
    if (!responses.respondElsewhere) {
      // The response of the mock itself says what is wrong, so there are no violations to add.
      const response = noOperation(request, match, this.operations);
      return { method, path, requestViolations: [], responseViolations: [], response };
    }
    return whenReady(responses.respondElsewhere(request, client), ({ response, violations = [] }) => {
      const undocumented = warning(['path'], 'undocumented', 'and method lead to no operation of the description.');
      return { method, path, requestViolations: [undocumented], responseViolations: violations, response };
    });
  }
}

function brokenContract(ofRequest: Violation[], ofResponse: Violation[]): MockResponse {
  const shown = (message: string, violations: Violation[]): object[] =>
    shownViolations(violations).map((one) => ({ ...one, location: `${message}.${one.location}` }));
  return problem(500, 'The response differs from the description, which "errors" makes an error. See "violations".', {
    violations: [...shown('request', ofRequest), ...shown('response', ofResponse)],
  });
}

/** Decodes the body of a request with a `Content-Encoding`. Returns the request unchanged when that is not possible. */
function unpacked(request: MockRequest): Soon<MockRequest> {
  const { headers, body, rest } = request;
  if (rest || headers['content-encoding'] === undefined) return request;
  return unpackBody(body, headers['content-encoding']).then((result) =>
    'bytes' in result ? { ...request, headers: without(headers, 'content-encoding'), body: result.bytes } : request,
  );
}
