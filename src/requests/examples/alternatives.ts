import { isObject } from '../../description/json-value.js';
import { listedSchemas } from '../../description/schemas/subschemas.js';
import { schemaParts } from '../../description/schemas/schema-parts.js';
import { tokensOf } from '../../description/references/pointer.js';
import type { Description, Schema } from '../../description/types.js';

/** A schema that offers more has alternatives that are not tried. */
const mostAlternatives = 30;

/**
 * Lists the ways to choose from the `oneOf` and `anyOf` of a schema. Alternatives that are only null come last.
 *
 * @param parts The parts of the schema, from `schemaParts`.
 * @returns For each way, the parts and those of the chosen schemas. Only the parts themselves if there is nothing to choose.
 */
export function alternativesOf(description: Description, parts: Schema[]): Schema[][] {
  const found: Schema[][] = [];
  const pending = [{ parts, next: 0 }];
  for (let one = pending.pop(); one && found.length < mostAlternatives; one = pending.pop()) {
    const { parts: known, next } = one;
    const index = known.findIndex((part, position) => position >= next && choicesOf(part).length > 0);
    const part = known[index];
    if (!part) {
      found.push(known);
      continue;
    }
    // The last one is taken first.
    for (const choice of choicesOf(part).reverse()) {
      const added = [...schemaParts(description, choice), ...named(part, choice)].filter((inner) => !known.includes(inner));
      pending.push({ parts: [...known, ...added], next: index + 1 });
    }
  }
  return found;
}

function choicesOf({ oneOf, anyOf }: Schema): Schema[] {
  const choices = listedSchemas(oneOf ?? anyOf).slice(0, mostAlternatives);
  const isNull = ({ type }: Schema): boolean => type === 'null';
  return [...choices.filter((one) => !isNull(one)), ...choices.filter(isNull)];
}

/** The property by which a discriminator recognizes an alternative: its name in the mapping, else that of its schema. */
function named(part: Schema & { discriminator?: unknown }, { $ref }: Schema): Schema[] {
  const { discriminator } = part;
  if ($ref === undefined || !isObject(discriminator) || typeof discriminator.propertyName !== 'string') return [];
  const mapping = isObject(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
  const name = tokensOf($ref.slice($ref.indexOf('#') + 1)).at(-1);
  const key = mapping.find(([, target]) => target === $ref || target === name)?.[0] ?? name;
  return [{ properties: { [discriminator.propertyName]: { const: key } } }];
}
