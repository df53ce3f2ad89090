import { holdsJson } from '../../../description/media-types.js';
import { writeJson } from '../../../description/write-json.js';
import { parseJson } from '../../../contract/body/body.js';
import { isObject } from '../../../description/json-value.js';
import { followed, partsAt } from './schema/all-parts.js';
import { repairedValue, valueOf, type Broken, type Making } from './repaired-value.js';
import type { GeneratorSchema } from './schema/well-formed.js';

/**
 * Puts JSON into the texts of a value that are to hold some (`contentMediaType` with `contentSchema`): Prism makes them as
 * any text. A text that is JSON already stays.
 *
 * @param broken Finds what the value breaks, texts included.
 */
export function withHeldJson(
  value: unknown,
  schema: GeneratorSchema,
  broken: (value: unknown) => Broken[],
  making: Making,
): unknown {
  const bundled = making.operation.__bundled__ ?? {};
  const schemasAt = (steps: string[]): GeneratorSchema[] =>
    partsAt(bundled, schema, steps, (all) => all)
      .map((one) => followed(bundled, one))
      .filter(isObject);
  let whole = value;
  const fill = (part: unknown, steps: string[]): void => {
    if (typeof part === 'object' && part !== null)
      for (const [name, inner] of Object.entries(part)) fill(inner, [...steps, name]);
    if (typeof part !== 'string' || parseJson(part).violations.length === 0) return;
    for (const { contentSchema } of schemasAt(steps).filter((one) => holdsJson(one))) {
      if (!isObject(contentSchema)) continue;
      const inPlace = (held: unknown): unknown => withPart(whole, steps, writeJson(held));
      const made = valueOf(contentSchema, making, making.dynamic ? { dynamic: true, seed: making.seed ?? 'held' } : {});
      const held = repairedValue(made, contentSchema, (one) => within(broken(inPlace(one)), steps), making);
      if (held === undefined) continue;
      whole = inPlace(held);
      return;
    }
  };
  fill(value, []);
  return whole;
}

/** What a part of a value breaks. */
function within(all: Broken[], steps: string[]): Broken[] {
  return all
    .filter(({ path }) => steps.every((step, index) => path[index] === step))
    .map((one) => ({ ...one, path: one.path.slice(steps.length) }));
}

/** Copies a value with another part at a path. */
function withPart(value: unknown, [step, ...inner]: string[], part: unknown): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return part;
  const copy: object = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  Reflect.set(copy, step, withPart(Reflect.get(value, step), inner, part));
  return copy;
}
