import { isDeepStrictEqual } from 'node:util';
import { allParts, propertySchemas } from './all-parts.js';
import { typeOf } from './common-keywords.js';
import type { Bundled } from './generator-schema.js';
import { marked, unmarked } from './keyword-names.js';
import type { GeneratorSchema } from './well-formed.js';

type Members = Record<string, unknown>;

/**
 * Changes an object so that another schema does not allow it: an alternative of a `oneOf`, or a `not`. It leaves out a member
 * that only the other schema requires, or adds one that only the other schema describes, of another type, or makes one that
 * both describe as only the own schema allows.
 *
 * @param made The object. It is not changed.
 * @param way Which of these is tried first.
 * @param compose Makes a value of schemas that apply together.
 */
export function toldApart(
  made: Members,
  own: GeneratorSchema[],
  other: GeneratorSchema[],
  way: number,
  compose: (schemas: unknown[]) => unknown,
  bundled: Bundled = {},
): Members {
  const isRequired = (parts: GeneratorSchema[], name: string): boolean =>
    parts.some(({ required = [] }) => required.includes(marked(name)));
  const isDescribed = (parts: GeneratorSchema[], name: string): boolean =>
    parts.some(({ properties = {} }) => Object.hasOwn(properties, marked(name)));
  const described = other.flatMap(({ properties = {} }) => Object.keys(properties)).map(unmarked);
  const needed = other.flatMap(({ required = [] }) => required).map(unmarked);

  const schemasOf = (parts: GeneratorSchema[], name: string): unknown[] => propertySchemas(parts, name) ?? [];

  const added = (): Members | undefined => {
    const name = described.find((one) => !isDescribed(own, one));
    if (name === undefined) return undefined;
    const type = typeOf(allParts(bundled, { allOf: schemasOf(other, name) }));
    return { [name]: type === 'string' ? 0 : 'string', ...made };
  };
  const without = (): Members | undefined => {
    const name = needed.find((one) => Object.hasOwn(made, one) && !isRequired(own, one));
    return name === undefined ? undefined : Object.fromEntries(Object.entries(made).filter(([one]) => one !== name));
  };
  const changed = (): Members | undefined => {
    const name = described.find(
      (one) =>
        isDescribed(own, one) && Object.hasOwn(made, one) && !isDeepStrictEqual(schemasOf(own, one), schemasOf(other, one)),
    );
    if (name === undefined) return undefined;
    const value = compose([...schemasOf(own, name), { not: { allOf: schemasOf(other, name) } }]);
    return value === undefined ? undefined : { ...made, [name]: value };
  };
  const ways = [changed, added, without];
  return (
    [0, 1, 2].reduce<Members | undefined>((found, index) => found ?? ways[(way + index + 2) % ways.length]?.(), undefined) ?? made
  );
}
