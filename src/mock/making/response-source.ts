import type { Client } from '../client.js';
import type { MockRequest } from '../../contract/message/request.js';
import type { MockResponse } from '../../contract/message/response.js';
import type { Violation } from '../../contract/message/violation.js';
import type { ContractOperation } from '../../contract/operations.js';
import type { MeasuredContent } from '../../contract/request/validate-request.js';
import type { Soon } from '../when-ready.js';

/** A request to an operation, checked against the description. */
export interface MeasuredRequest extends MeasuredContent {
  operation: ContractOperation;
  request: MockRequest;
}

/** A response, and what its source knows about it. */
export interface SourcedResponse {
  response: MockResponse;
  /** The scenario whose example values the request has. */
  scenario?: string | undefined;
  /** Whether the server gave no response, and this response only says so. */
  unanswered?: true;
  /** How the response differs from the description. When absent, the service checks the response. */
  violations?: Violation[];
}

/** A source of responses: the description, or a real server. */
export interface ResponseSource {
  /** Responds to a request to an operation, valid or not. */
  respond(request: MeasuredRequest, client?: Client): Soon<SourcedResponse>;
  /** Responds to a request that matches no operation. When absent, the service responds, and names the operations. */
  respondElsewhere?(request: MockRequest, client?: Client): Soon<SourcedResponse>;
}
