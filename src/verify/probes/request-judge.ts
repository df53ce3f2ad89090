import { errorsOf, type Violation } from '../../contract/message/violation.js';
import { readTarget } from '../../contract/message/request-target.js';
import type { MockRequest } from '../../contract/message/request.js';
import { validateRequest } from '../../contract/request/validate-request.js';
import type { ContractOperation } from '../../contract/operations.js';
import { fullUrl, type SampleRequest } from '../../requests/sample-request.js';

/** Says what the description has against a request; nothing where it is valid. */
export type RequestJudge = (operation: ContractOperation, request: SampleRequest) => Promise<Violation[]>;

/** Judges requests by the contract that the mock judges them by. */
export const judgeRequest: RequestJudge = async (operation, sample) => {
  const { violations } = await validateRequest(operation, received(sample));
  return errorsOf(violations);
};

/** A request as a server receives it. */
function received(sample: SampleRequest): MockRequest {
  const { method, server, headers, body } = sample;
  return {
    method,
    ...readTarget(fullUrl(sample).slice(new URL(server).origin.length)),
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    body: Buffer.from(body?.text ?? ''),
  };
}
