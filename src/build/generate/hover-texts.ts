import { isObject, objectOf, objectsIn, type Json } from '../../description/json-value.js';
import type { Description } from '../../description/types.js';
import { limits } from '../docs/reference/schema/limits.js';
import { Shapes } from '../docs/reference/schema/shape/shape.js';
import { typeWords } from '../docs/reference/schema/type-words.js';
import { plainText } from '../docs/reference/words.js';

/** The keywords of an inline schema that openapi-typescript prints itself. */
const printed = ['format', 'default', 'const', 'deprecated'];

/**
 * Adds to the description of each property the limits that the docs show. An editor shows the text of a property, but not
 * the text of the schema that the property refers to.
 *
 * @param description The bundled description; it is changed.
 */
export function addHoverTexts(description: Description): void {
  const shapes = new Shapes(description);
  for (const one of objectsIn(description)) {
    const { properties } = objectOf(one);
    if (isObject(properties)) addTexts(shapes, properties);
  }
}

function addTexts(shapes: Shapes, properties: Json): void {
  for (const [name, property] of Object.entries(properties)) {
    if (!isObject(property)) continue;
    const description = hoverText(shapes, property);
    if (description !== '') Object.defineProperty(properties, name, { value: { ...property, description } });
  }
}

function hoverText(shapes: Shapes, property: Json): string {
  const shape = shapes.of(property);
  const described = shape.keywords.get('description');
  const without = typeof property.$ref === 'string' ? ['deprecated'] : printed;
  const said = limits(shape, (schema) => [typeWords(shapes, shapes.of(schema))], without).map(plainText);
  return [typeof described === 'string' ? described : '', said.join(', ')].filter(Boolean).join('\n\n');
}
