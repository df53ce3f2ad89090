import { isDeepStrictEqual } from 'node:util';
import type { Scenario, ScenarioInput } from '../description/scenarios.js';
import { parseJson } from './body.js';
import type { Headers } from './headers.js';
import type { MockRequest } from './request.js';
import type { ReadBody } from './validate.js';

/**
 * Finds the scenario that a valid request plays.
 *
 * Each input that the request carries must equal its example, and each required
 * one must be there. Of several such scenarios the one with the most equal
 * inputs wins, then the one with the fewest left out, then the one that the
 * description declares first. A request that carries no input plays none.
 *
 * @param scenarios The scenarios of the operation, from `scenarios`.
 * @param request The request.
 * @param pathTemplate The path of the operation, for its parameters.
 * @param body The body of the request, if it has one.
 */
export function matchScenario(
  scenarios: Scenario[],
  request: MockRequest,
  pathTemplate: string,
  body?: ReadBody,
): Scenario | undefined {
  let best: { scenario: Scenario; equal: number; absent: number } | undefined;
  for (const scenario of scenarios) {
    const score = compare(scenario, request, pathTemplate, body);
    if (!score || score.equal === 0) continue;
    const isBetter = !best || score.equal > best.equal || (score.equal === best.equal && score.absent < best.absent);
    if (isBetter) best = { scenario, ...score };
  }
  return best?.scenario;
}

function compare(
  { inputs }: Scenario,
  request: MockRequest,
  pathTemplate: string,
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
    const value = input.in === 'body' ? body : parameterValue(input, request, pathTemplate);
    if (value === undefined) {
      if (input.required) return undefined;
      absent += 1;
    } else if (
      input.in === 'body'
        ? isDeepStrictEqual(body?.value, exampleBody(input))
        : isSameParameter(value as string | string[], input.value)
    ) {
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

function parameterValue(
  { in: place, name }: ScenarioInput,
  { query, headers, path }: MockRequest,
  template: string,
): string | string[] | undefined {
  switch (place) {
    case 'query':
      return Object.hasOwn(query, name) ? query[name] : undefined;
    case 'header':
      return headers[name.toLowerCase()];
    case 'cookie':
      return cookie(headers, name);
    default:
      return pathParameter(template, path, name);
  }
}

/** Parameters come as text, so a number or a list of the description is compared as what is sent for it. */
function isSameParameter(sent: string | string[], example: unknown): boolean {
  const values = [example].flat().map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  return isDeepStrictEqual([sent].flat(), values) || (typeof sent === 'string' && sent === values.join(','));
}

function cookie({ cookie: header = '' }: Headers, name: string): string | undefined {
  const pair = header
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

function pathParameter(template: string, path: string, name: string): string | undefined {
  const sent = path.split('/');
  const index = template.split('/').indexOf(`{${name}}`);
  return index < 0 || sent[index] === undefined ? undefined : decodeURIComponent(sent[index]);
}
