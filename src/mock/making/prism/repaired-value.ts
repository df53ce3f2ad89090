import type { SchemaFinding, Schemas } from '../../../contract/schema/schemas.js';
import type { PrismContent, PrismOperation, PrismRequest, ResponseChoice } from './prism-types.js';
import { generate } from './prism.js';
import { repair } from './repair-value.js';
import { withNames } from './schema/keyword-names.js';
import { schemaPart } from './schema/schema-part.js';
import type { GeneratorSchema } from './schema/well-formed.js';

/** What values are made for, and from. */
export interface Making {
  operation: PrismOperation;
  request: PrismRequest;
  /** What values at random depend on. */
  seed: string | undefined;
  /** Options of json-schema-faker. */
  generator: Record<string, unknown>;
}

/** What a value breaks of its schema. */
export type Broken = Extract<SchemaFinding, { kind: 'violation' }>;

/** What a value of a response breaks of the schema that a JSON Pointer leads to. */
export function brokenBy(schemas: Schemas, pointer: string, value: unknown): Broken[] {
  return schemas.check(pointer, value, 'response').filter((finding) => finding.kind === 'violation');
}

/** Makes a value of a schema as Prism makes a body of JSON; `undefined` where it cannot. */
export function valueOf(schema: GeneratorSchema, making: Making, choice: ResponseChoice): unknown {
  const { operation, request, generator } = making;
  const content = { id: '', mediaType: 'application/json', examples: [], schema } as Partial<PrismContent> as PrismContent;
  const alone: PrismOperation = {
    ...operation,
    method: 'get',
    callbacks: [],
    responses: [{ id: '', code: '200', headers: [], contents: [content] }],
  };
  try {
    // What the client accepts is said of the whole response.
    return withNames(generate(alone, { ...request, headers: {} }, { ...choice, code: 200 }, generator).body);
  } catch {
    return undefined;
  }
}

/**
 * Makes a value valid: what breaks the schema is made again in the way of `dynamic`, or left out.
 *
 * @param broken Finds what a value breaks.
 * @returns `undefined` where no valid value is found.
 */
export function repairedValue(
  value: unknown,
  schema: GeneratorSchema,
  broken: (value: unknown) => Broken[],
  making: Making,
): unknown {
  return repair(value, {
    // The part to make anew: of what is missing the object that lacks it.
    broken: (one) => broken(one).map(({ path, keyword }) => (keyword === 'required' ? path.slice(0, -1) : path)),
    remake: (steps, round) => {
      const part = schemaPart(making.operation.__bundled__ ?? {}, schema, steps);
      // A part that has to be the same each time is made from the same seed.
      const seed = [making.seed ?? 'body', ...steps, round].join('/');
      return part && valueOf(part, making, { dynamic: true, seed });
    },
  });
}
