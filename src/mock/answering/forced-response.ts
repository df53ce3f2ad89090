import { namedOutcome } from '../../description/scenarios.js';
import type { MockOperation } from '../operations/operations.js';
import type { Preferences } from '../exchange/prefer.js';
import { problem, type Answer } from '../exchange/answer.js';
import { isStatusOf } from '../../description/statuses.js';
import type { Wish } from './send-response.js';

/** The response that a client asks for by its status or its name, or why it cannot be had. */
export function forcedResponse(operation: MockOperation, { code, example }: Preferences): Wish | Answer | undefined {
  const { responses } = operation.described;
  if (code !== undefined) {
    const found = responses.filter(({ status }) => isStatusOf(status, code));
    if (found.length === 0) {
      const statuses = responses.map(({ status }) => status);
      return problem(
        404,
        `The response ${code} that "Prefer" asks for is not described for this operation: ask for ${statuses.join(', ')}.`,
        { statuses },
      );
    }
    if (example === undefined) return { code };
  }
  if (example === undefined) return undefined;
  const outcome = namedOutcome(
    operation.description,
    { ...operation.described, responses: responses.filter(({ status }) => code === undefined || isStatusOf(status, code)) },
    example,
  );
  if (outcome) return { code: code ?? outcome.status, ...(outcome.hasBody && { exampleKey: example }) };
  const examples = operation.scenarios.map(({ name }) => name);
  return problem(
    404,
    `No such response of this operation has the example that "Prefer" asks for: ask for one of those in "examples".`,
    { examples },
  );
}
