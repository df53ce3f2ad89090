import { isDeepStrictEqual } from 'node:util';
import type { Scenario, ScenarioInput } from '../../description/scenarios.js';
import { parseJson } from '../../contract/message/body.js';
import type { MockOperation } from '../../contract/operations.js';
import type { MockRequest } from '../../contract/message/request.js';
import { isCarried } from '../../contract/request/carried-value.js';
import type { ReadBody } from '../../contract/request/validate-request.js';

/**
 * Finds the scenario that a valid request plays.
 *
 * Each input that the request carries must equal its example, and each required
 * one must be there. Of several such scenarios the one with the most equal
 * inputs wins, then the one with the fewest left out, then the one that the
 * description declares first. A request that carries no input plays none.
 *
 * @param operation The operation with its scenarios.
 * @param request The request.
 * @param body The body of the request, if it has one.
 */
export function matchScenario(
  { scenarios, documented }: MockOperation,
  request: MockRequest,
  body?: ReadBody,
): Scenario | undefined {
  let best: { scenario: Scenario; equal: number; absent: number } | undefined;
  for (const scenario of scenarios) {
    const score = compare(scenario, documented, request, body);
    if (!score || score.equal === 0) continue;
    const isBetter = !best || score.equal > best.equal || (score.equal === best.equal && score.absent < best.absent);
    if (isBetter) best = { scenario, ...score };
  }
  return best?.scenario;
}

function compare(
  { inputs }: Scenario,
  { path, parameters }: MockOperation['documented'],
  request: MockRequest,
  body?: ReadBody,
): { equal: number; absent: number } | undefined {
  let equal = 0;
  let absent = 0;
  const bodies = inputs.filter((input) => input.in === 'body');
  // A body has one media type, so of the bodies of a scenario one is meant.
  const meant = body ? bodies.find(({ name }) => name === body.mediaType) : bodies[0];
  if (bodies.length > 0 && !meant) return undefined;
  for (const input of inputs) {
    if (input.in === 'body' && input !== meant) continue;
    const parameter = parameters.find((one) => one.in === input.in && one.name === input.name);
    const isEqual = parameter
      ? isCarried(parameter, input.value, request, path)
      : body && isDeepStrictEqual(body.value, exampleBody(input));
    if (isEqual === undefined) {
      if (input.required) return undefined;
      absent += 1;
    } else if (isEqual) {
      equal += 1;
    } else {
      return undefined;
    }
  }
  return { equal, absent };
}

function exampleBody({ value, holdsJson }: ScenarioInput): unknown {
  return holdsJson && typeof value === 'string' ? parseJson(value).value : value;
}
