import { documentedOperations, type DocumentedOperation } from '../description/operations.js';
import { scenarios, type Scenario, type ScenarioInput } from '../description/scenarios.js';
import type { Description } from '../description/types.js';
import { securityScheme } from '../description/authentication.js';
import { bodyValidators, parametersOf, type BodyValidator } from './request/body-validators.js';
import { prismOperations, type PrismOperation } from '../mock/making/prism/prism.js';
import type { MadeResponse } from './message/made-response.js';
import { hasRiskyPattern } from './schema/risky-pattern.js';
import { challenges, type Alternatives } from './request/security.js';

/** An operation with everything that responding for it takes, prepared once. */
export interface MockOperation {
  /** In upper case. */
  method: string;
  path: string;
  /** The description that it is in. */
  description: Description;
  /** The operation as the description documents it. */
  documented: DocumentedOperation;
  prism: PrismOperation;
  /** The operation as if it took no body: for requests without one. */
  bodiless: PrismOperation;
  bodyValidators: BodyValidator[];
  requiresBody: boolean;
  security: Alternatives;
  /** The `WWW-Authenticate` header of a 401. */
  challenge: string;
  scenarios: Scenario[];
  /** Whether a regular expression of the description may take very long for a text that is made for it. */
  isSlowToValidate: boolean;
  /** Responses that were made before, by what they depend on. */
  made: Map<string, MadeResponse>;
}

/** The operations that can be served, and why others cannot. */
export interface PreparedOperations {
  operations: MockOperation[];
  /** One sentence each, with the place and the reason. */
  warnings: string[];
}

/**
 * Prepares the operations of a description. One that cannot be read is left out, the others are served.
 */
export async function prepareOperations(description: Description): Promise<PreparedOperations> {
  const warnings: string[] = [];
  const isSlowToValidate = hasRiskyPattern(description);
  const operations: MockOperation[] = [];
  for (const { documented, prism } of await readWhatCanBeRead(description, warnings)) {
    try {
      operations.push({ ...(await prepare(description, documented, prism, warnings)), isSlowToValidate });
    } catch (error) {
      warnings.push(`${placeOf(documented)}: ${reason(error)} The operation is not served.`);
    }
  }
  return { operations, warnings };
}

interface ReadOperation {
  documented: DocumentedOperation;
  prism: PrismOperation;
}

const placeOf = ({ path, method }: DocumentedOperation): string => `paths.${path}.${method.toLowerCase()}`;

/** Reads all operations at once; where that fails, each path alone, so that one mistake costs one path. */
async function readWhatCanBeRead(description: Description, warnings: string[]): Promise<ReadOperation[]> {
  try {
    return await readOperations(description);
  } catch {
    const read: ReadOperation[] = [];
    for (const [path, item] of Object.entries(description.paths ?? {})) {
      try {
        read.push(...(await readOperations({ ...description, paths: { [path]: item } })));
      } catch (error) {
        warnings.push(`paths.${path}: ${reason(error)} The path is not served.`);
      }
    }
    return read;
  }
}

async function readOperations(description: Description): Promise<ReadOperation[]> {
  const documented = documentedOperations(description);
  const byPrism = new Map((await prismOperations(description)).map((one) => [`${one.method.toUpperCase()} ${one.path}`, one]));
  return documented.flatMap((operation) => {
    const prism = byPrism.get(`${operation.method} ${operation.path}`);
    return prism ? [{ documented: operation, prism: withoutIgnoredHeaders(prism) }] : [];
  });
}

async function prepare(
  description: Description,
  operation: DocumentedOperation,
  prism: PrismOperation,
  warnings: string[],
): Promise<Omit<MockOperation, 'isSlowToValidate'>> {
  if (typeof operation.operation !== 'object') throw new Error('It is no object');
  const documented = { ...operation, parameters: operation.parameters.filter((one) => !isIgnored(one)) };
  const { method, path, requestBody } = documented;
  const security = knownAlternatives(description, documented, warnings);
  const validators = bodyValidators(description, prism, requestBody?.content);
  return {
    method,
    path,
    description,
    documented,
    prism,
    bodiless: { ...prism, request: parametersOf(prism) },
    bodyValidators: validators,
    requiresBody: requestBody?.required === true,
    security,
    challenge: challenges(security, description.info.title),
    scenarios: await withReadForms(scenarios(description, documented), validators),
    made: new Map(),
  };
}

/** Header parameters that OpenAPI says to ignore (3.1.1, section 4.8.12.1): other fields say what they hold. */
const ignoredHeaders = ['accept', 'content-type', 'authorization'];

function isIgnored({ in: place, name }: { in: string; name: string }): boolean {
  return place === 'header' && ignoredHeaders.includes(name.toLowerCase());
}

function withoutIgnoredHeaders(operation: PrismOperation): PrismOperation {
  const { request } = operation;
  if (!request?.headers) return operation;
  const headers = request.headers.filter(({ name }) => !ignoredHeaders.includes(name.toLowerCase()));
  return { ...operation, request: { ...request, headers } };
}

/** The alternatives of an operation; a scheme that is not documented cannot be checked, and is left out. */
function knownAlternatives(description: Description, operation: DocumentedOperation, warnings: string[]): Alternatives {
  return operation.security.map((requirement) =>
    Object.keys(requirement).flatMap((name) => {
      try {
        return [securityScheme(description, name)];
      } catch {
        warnings.push(
          `${placeOf(operation)}.security: The security scheme "${name}" is missing from components.securitySchemes. It is not checked.`,
        );
        return [];
      }
    }),
  );
}

/** An example of a form may be its text: it is compared by its fields. */
async function withReadForms(known: Scenario[], validators: BodyValidator[]): Promise<Scenario[]> {
  const read = (input: ScenarioInput): ScenarioInput => {
    const { in: place, name, value } = input;
    const readForm = place === 'body' && validators.find(({ mediaType }) => mediaType === name)?.readForm;
    if (!readForm || typeof value !== 'string') return input;
    return { ...input, value: readForm(Buffer.from(value), name)?.value ?? value };
  };
  return Promise.resolve(known.map((scenario) => ({ ...scenario, inputs: scenario.inputs.map(read) })));
}

/** The first line of an error, as a sentence. */
function reason(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `${line.trim().replace(/[.:]?$/, '')}.`;
}
