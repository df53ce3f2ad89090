import { writeJson } from '../../../../../description/write-json.js';
import { isObject, listOf, objectOf } from '../../../../../description/json-value.js';
import type { Shape, Shapes } from '../shape/shape.js';
import type { Direction } from './rows.js';

/** Whether a schema marks a property that is not sent, or not received. */
export function isOmitted({ keywords }: Shape, direction: Direction): boolean {
  return keywords.get(direction === 'request' ? 'readOnly' : 'writeOnly') === true;
}

/** The properties of a schema that are not sent, or not received. */
export function omittedNames(shapes: Shapes, { keywords }: Shape, direction: Direction): string[] {
  const properties = Object.entries(objectOf(keywords.get('properties')));
  return properties.filter(([, schema]) => isOmitted(shapes.of(schema), direction)).map(([name]) => name);
}

/** A schema that does not require some properties. @returns The schema itself when it requires none of them. */
export function withoutRequired(shape: Shape, omitted: readonly string[]): Shape {
  const isKept = (name: unknown): boolean => !omitted.includes(String(name));
  const changed = ['required', 'dependentRequired', 'dependencies'].flatMap((keyword): Array<[string, unknown]> => {
    const value = shape.keywords.get(keyword);
    const kept = Array.isArray(value)
      ? value.filter(isKept)
      : Object.fromEntries(
          Object.entries(objectOf(value)).map(([name, one]) => [name, isObject(one) ? one : listOf(one).filter(isKept)]),
        );
    return writeJson(kept) === writeJson(value ?? {}) ? [] : [[keyword, kept]];
  });
  return changed.length === 0 ? shape : { ...shape, keywords: new Map([...shape.keywords, ...changed]) };
}
