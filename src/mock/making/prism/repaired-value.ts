import { createHash } from 'node:crypto';
import type { SchemaFinding, Schemas } from '../../../contract/schema/schemas.js';
import type { PrismContent, PrismOperation, PrismRequest, ResponseChoice } from './prism-types.js';
import { generate } from './prism.js';
import { repair, type InvalidPart } from './repair-value.js';
import { partAt, partsAt } from './schema/all-parts.js';
import { composedValue } from './schema/composed-value.js';
import { withNames } from './schema/keyword-names.js';
import type { GeneratorSchema } from './schema/well-formed.js';

/** What values are made for, and from. */
export interface Making {
  operation: PrismOperation;
  request: PrismRequest;
  /** Whether the response is made at random. */
  dynamic: boolean;
  /** What values at random depend on. */
  seed: string | undefined;
  /** Options of json-schema-faker. */
  generator: Record<string, unknown>;
}

/** What a value breaks of its schema. */
export type Broken = Extract<SchemaFinding, { kind: 'violation' }>;

/** What a value of a response breaks of the schema that a JSON Pointer leads to. */
export function brokenBy(schemas: Schemas, pointer: string, value: unknown, holdsJson: boolean = false): Broken[] {
  return schemas.check(pointer, value, 'response', holdsJson).filter((finding) => finding.kind === 'violation');
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

/** The most variants of a whole value that are tried, and the longest time for that in milliseconds. */
const mostVariants = 12;
const longest = 500;

/**
 * Makes a value valid: what breaks the schema is made again in the way of `dynamic`, or left out. If that fails, the whole value
 * is composed, in several variants.
 *
 * @param value A value; `undefined` if none could be made.
 * @param broken Finds what a value breaks.
 * @returns `undefined` where no valid value is found.
 */
export function repairedValue(
  value: unknown,
  schema: GeneratorSchema,
  broken: (value: unknown) => Broken[],
  making: Making,
): unknown {
  const deadline = performance.now() + longest;
  const repaired = (one: unknown): unknown =>
    one === undefined
      ? undefined
      : repair(one, { broken: (whole) => broken(whole).map(partOf), remake: remaking(schema, making) });
  let found = repaired(value);
  for (let variant = 0; found === undefined && variant < mostVariants && performance.now() < deadline; variant += 1) {
    found = repaired(composed([schema], variant, making));
  }
  return found;
}

/** Makes parts of a value again, first as Prism does, then composed. */
function remaking(schema: GeneratorSchema, making: Making): (steps: string[], round: number, attempt: number) => unknown {
  const bundled = making.operation.__bundled__ ?? {};
  return (steps, round, attempt) => {
    const part = partAt(bundled, schema, steps);
    // A part that has to be the same each time is made from the same seed.
    const seed = [making.seed ?? 'body', ...steps, round].join('/');
    // The generators take very long for schemas that contain themselves.
    const isFirst = attempt === 0 && !making.operation.__bundled__;
    const first = part && isFirst ? valueOf(part, making, { dynamic: true, seed }) : undefined;
    return first ?? composed(partsAt(bundled, schema, steps), Math.max(attempt - 1, 0), making, steps.join('/'));
  };
}

/** @param where Where the value is, for a choice at random. */
function composed(schemas: unknown[], variant: number, making: Making, where = ''): unknown {
  const { __bundled__: bundled = {}, ...operation } = making.operation;
  // Prism looks through the whole bundle each time, and a scalar needs nothing of it.
  const alone = { ...making, operation };
  let count = 0;
  const scalar = (part: GeneratorSchema, seed: number): unknown => {
    const simple = making.dynamic ? undefined : simpleValue(part);
    count += 1;
    return simple ?? valueOf(part, alone, { dynamic: true, seed: [making.seed ?? 'body', seed, count].join('/') });
  };
  const pick = making.dynamic ? picker(`${making.seed}/${variant}/${where}`) : (): number => 0;
  return composedValue(schemas, variant, { bundled, scalar, pick });
}

/** Picks numbers below a count at random, the same ones for the same seed. */
function picker(seed: string): (count: number) => number {
  let state = createHash('sha1').update(seed).digest().readUInt32BE();
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}

/** Values of types without further keywords, as Prism makes them. The generators need much longer. */
const simpleValues: Record<string, unknown> = { string: 'string', integer: 0, number: 0, boolean: true, null: null };
const meaningful = /^(min|max|pattern|format|multipleOf|not|content)/;

function simpleValue(schema: GeneratorSchema): unknown {
  return Object.keys(schema).some((keyword) => meaningful.test(keyword)) ? undefined : simpleValues[String(schema.type)];
}

/** The part to make again, and how often. Alternatives and a whole need more attempts. */
function partOf({ path, keyword }: Broken): InvalidPart {
  return { steps: path, attempts: keyword === 'oneOf' ? mostVariants : path.length === 0 ? 6 : 3 };
}
