import { describedOperations, type DescribedOperation } from '../../description/operations.js';
import { scenarios, type Scenario, type ScenarioInput } from '../../description/scenarios.js';
import type { Description } from '../../description/types.js';
import { bodyValidators, parametersOf, type BodyValidator } from './body-validators.js';
import { prismOperations, type PrismOperation } from '../prism/prism.js';
import type { Answer } from '../exchange/answer.js';
import { securityAlternatives } from '../../description/authentication.js';
import { challenges, type Alternatives } from './security.js';

/** An operation with everything that answering it takes, prepared once. */
export interface MockOperation {
  /** In upper case. */
  method: string;
  path: string;
  /** The description that it is in. */
  description: Description;
  described: DescribedOperation;
  prism: PrismOperation;
  /** The operation as if it took no body: for requests without one. */
  bodiless: PrismOperation;
  bodyValidators: BodyValidator[];
  requiresBody: boolean;
  security: Alternatives;
  /** The `WWW-Authenticate` header of a 401. */
  challenge: string;
  scenarios: Scenario[];
  /** Responses that were made before, by what they depend on. */
  made: Map<string, Answer>;
}

/**
 * Prepares the operations of a description.
 *
 * @throws Error when the description is none by its specification.
 */
export async function mockOperations(description: Description): Promise<MockOperation[]> {
  const prepared = new Map((await prismOperations(description)).map((one) => [`${one.method.toUpperCase()} ${one.path}`, one]));
  const operations = describedOperations(description).map(async (described): Promise<MockOperation[]> => {
    const { method, path, requestBody } = described;
    const prism = prepared.get(`${method} ${path}`);
    if (!prism) return [];
    const security = securityAlternatives(description, described);
    const validators = bodyValidators(description, prism, requestBody?.content);
    return [
      {
        method,
        path,
        description,
        described,
        prism,
        bodiless: { ...prism, request: parametersOf(prism) },
        bodyValidators: validators,
        requiresBody: requestBody?.required === true,
        security,
        challenge: challenges(security, description.info.title),
        scenarios: await withReadForms(scenarios(description, described), validators),
        made: new Map(),
      },
    ];
  });
  return (await Promise.all(operations)).flat();
}

/** An example of a form may be its text: it is compared by its fields. */
async function withReadForms(known: Scenario[], validators: BodyValidator[]): Promise<Scenario[]> {
  const read = async (input: ScenarioInput): Promise<ScenarioInput> => {
    const { in: place, name, value } = input;
    const readForm = place === 'body' && validators.find(({ mediaType }) => mediaType === name)?.readForm;
    if (!readForm || typeof value !== 'string') return input;
    return { ...input, value: (await readForm(Buffer.from(value), name)) ?? value };
  };
  return Promise.all(known.map(async (scenario) => ({ ...scenario, inputs: await Promise.all(scenario.inputs.map(read)) })));
}
