import type { Client } from '../client.js';
import type { MockRequest } from '../../contract/message/request.js';
import type { MockResponse } from '../../contract/message/response.js';
import type { Violation } from '../../contract/message/violation.js';
import type { ContractOperation } from '../../contract/operations.js';
import type { ReadParameter } from '../../contract/parameters/parameters.js';
import type { ReadBody } from '../../contract/request/validate-request.js';
import type { Soon } from '../when-ready.js';

/** A request that leads to an operation, held to the description. */
export interface MeasuredRequest {
  operation: ContractOperation;
  request: MockRequest;
  /** How the request differs from the description; warnings included. */
  violations: Violation[];
  /** What the request holds of each parameter of the operation. */
  parameters: ReadParameter[];
  /** The body, where the request has one that the operation takes. */
  body: ReadBody | undefined;
}

/** A response, and what its source knows of it. */
export interface SourcedResponse {
  response: MockResponse;
  /** The scenario whose example values the request carried. */
  scenario?: string | undefined;
  /** Whether the server gave no response, and this one only says so. */
  unanswered?: true;
  /** How the response differs from the description. Left out, the service measures it. */
  violations?: Violation[];
}

/** Where responses come from: the description, or a real server. */
export interface ResponseSource {
  /** Responds to a request of an operation, valid or not. */
  respond(request: MeasuredRequest, client?: Client): Soon<SourcedResponse>;
  /** Responds to a request that leads to no operation. Left out, the response says which operations there are. */
  respondElsewhere?(request: MockRequest, client?: Client): Soon<SourcedResponse>;
}
