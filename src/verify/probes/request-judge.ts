import { errorsOf, type Violation } from '../../contract/message/violation.js';
import { readTarget } from '../../contract/message/request-target.js';
import type { MockRequest } from '../../contract/message/request.js';
import { validateRequest } from '../../contract/request/validate-request.js';
import type { ContractOperation } from '../../contract/operations.js';
import { fullUrl, type SampleRequest } from '../../requests/sample-request.js';

/** Lists the violations of a request. Empty if it is valid. */
export type RequestJudge = (operation: ContractOperation, request: SampleRequest) => Promise<Violation[]>;

/** Validates requests as the mock does. */
export const judgeRequest: RequestJudge = async (operation, sample) => {
  const { violations } = await validateRequest(operation, received(sample));
  return errorsOf(violations);
};

/** Converts a request to the form in which a server receives it. */
function received(sample: SampleRequest): MockRequest {
  const { method, server, headers, body } = sample;
  return {
    method,
    ...readTarget(fullUrl(sample).slice(new URL(server).origin.length)),
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    body: Buffer.from(body?.text ?? ''),
  };
}
