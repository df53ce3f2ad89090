import { isList, isObject } from '../../description/json-value.js';
import { onceFor } from '../../description/once-for.js';
import { scenarios, type Scenario, type ScenarioInput } from '../../description/scenarios.js';
import { parseJson } from '../../contract/body/body.js';
import type { ContractOperation } from '../../contract/operations.js';
import { isForm, readForm } from '../../contract/body/form.js';
import type { MeasuredRequest } from './response-source.js';

type Inputs = Pick<MeasuredRequest, 'body' | 'parameters'>;

/**
 * Finds the scenario that a valid request matches.
 *
 * Each input of the request must equal the scenario's example, and no required input may be missing. When several scenarios
 * match, the one with the most equal inputs wins, then the one with the fewest missing inputs, then the first in the
 * description. A request without inputs matches no scenario.
 */
export function matchScenario(measured: MeasuredRequest): Scenario | undefined {
  let best: Score | undefined;
  for (const scenario of scenariosOf(measured.operation)) {
    const score = compare(scenario, measured);
    if (!score || score.equal === 0) continue;
    const isBetter = !best || score.equal > best.equal || (score.equal === best.equal && score.absent < best.absent);
    if (isBetter) best = score;
  }
  return best?.scenario;
}

/** The scenarios of an operation, with the values to which requests are compared. */
const scenariosOf = onceFor(({ description, documented, requestMedia }: ContractOperation): Scenario[] => {
  const valueOf = ({ in: place, name, value, holdsJson }: ScenarioInput): unknown => {
    if (place !== 'body' || typeof value !== 'string') return value;
    if (holdsJson) return parseJson(value).value;
    // An example of a form may be a text. It is parsed, since forms are compared by their fields.
    const media = isForm(name) ? requestMedia.find(({ mediaType }) => mediaType === name) : undefined;
    return media ? (readForm(media, Buffer.from(value), name).value ?? value) : value;
  };
  const read = (input: ScenarioInput): ScenarioInput => ({ ...input, value: valueOf(input) });
  return scenarios(description, documented).map((scenario) => ({ ...scenario, inputs: scenario.inputs.map(read) }));
});

/** The number of a scenario's inputs that a request has, and the number that it leaves out. */
interface Score {
  scenario: Scenario;
  equal: number;
  absent: number;
}

function compare(scenario: Scenario, sent: Inputs): Score | undefined {
  const { inputs } = scenario;
  let equal = 0;
  let absent = 0;
  // A request has only one body, so only the scenario's body with the same media type counts.
  const meant = inputs.find((input) => input.in === 'body' && (!sent.body || input.name === sent.body.mediaType));
  for (const input of inputs) {
    if (input.in === 'body' && meant && input !== meant) continue;
    const comparison = input.in === 'body' ? compareBody(input, meant, sent) : compareParameter(input, sent);
    if (comparison === 'differs' || (comparison === 'absent' && input.required)) return undefined;
    if (comparison === 'equal') equal += 1;
    else absent += 1;
  }
  return { scenario, equal, absent };
}

type Comparison = 'equal' | 'differs' | 'absent';

function compareBody({ value }: ScenarioInput, meant: ScenarioInput | undefined, { body }: Inputs): Comparison {
  if (!body) return 'absent';
  return meant && isEqual(body.value, value) ? 'equal' : 'differs';
}

function compareParameter({ in: place, name, value }: ScenarioInput, { parameters }: Inputs): Comparison {
  const read = parameters.find(({ parameter }) => parameter.in === place && parameter.name === name);
  if (!read?.present) return 'absent';
  return read.readings.some((reading) => isEqual(reading, value)) ? 'equal' : 'differs';
}

/** Whether two JSON values are equal. */
function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (isList(one)) return isList(other) && one.length === other.length && one.every((item, at) => isEqual(item, other[at]));
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && isEqual(one[name], other[name]));
}
