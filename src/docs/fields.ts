import { resolve } from '../description/resolve.js';
import type { Description, Schema } from '../description/types.js';

/** One value that a request carries or a response holds, as a reader needs it. */
export interface Field {
  /** Nested ones with their way to it: `account.email`, `accounts[].email`. */
  name: string;
  type: string;
  required: boolean;
  /** Markdown. */
  meaning: string;
}

/**
 * Lists the fields of a body: the properties of its schema, those of nested objects and lists after their parent.
 * Text that holds JSON (`contentSchema`) has the fields of that JSON.
 */
export function fields(description: Description, schema: Schema | undefined): Field[] {
  return listFields(description, schema, '', []);
}

/** The type of a schema in the words of OpenAPI, with the alternatives, the values and the limits that it sets. */
export function typeName(description: Description, reference: Schema | undefined): string {
  if (!reference) return 'any';
  const schema = resolve<Schema>(description, reference);
  const alternatives = schema.oneOf ?? schema.anyOf;
  const types = [schema.type ?? (alternatives ?? []).map((one) => typeName(description, one)), schema.nullable ? 'null' : []].flat(2);
  const names = types.map((type) => (type === 'array' ? `list of ${typeName(description, schema.items)}` : type));
  return [names.join(' or ') || 'any', ...limits(schema)].join(', ');
}

const limitWords = {
  format: (value: unknown) => `format ${value}`,
  enum: (values: unknown) => `one of ${(values as unknown[]).map((value) => JSON.stringify(value)).join(' ')}`,
  const: (value: unknown) => `always ${JSON.stringify(value)}`,
  default: (value: unknown) => `default ${JSON.stringify(value)}`,
  minimum: (value: unknown) => `at least ${value}`,
  maximum: (value: unknown) => `at most ${value}`,
  minLength: (value: unknown) => `at least ${value} characters`,
  maxLength: (value: unknown) => `at most ${value} characters`,
  minItems: (value: unknown) => `at least ${value} items`,
  maxItems: (value: unknown) => `at most ${value} items`,
  pattern: (value: unknown) => `matches ${value}`,
};

function limits(schema: Schema): string[] {
  return Object.entries(limitWords).flatMap(([key, words]) => {
    const value = schema[key as keyof typeof limitWords];
    return value === undefined ? [] : [words(value)];
  });
}

function listFields(description: Description, reference: Schema | undefined, way: string, above: Schema[]): Field[] {
  if (!reference) return [];
  const schema = resolve<Schema>(description, reference);
  // A schema that contains itself is listed once.
  if (above.includes(schema)) return [];
  const within = [...above, schema];
  const required = (schema.allOf ?? []).reduce<string[]>(
    (names, part) => [...names, ...(resolve<Schema>(description, part).required ?? [])],
    schema.required ?? [],
  );
  return [
    ...(schema.allOf ?? []).flatMap((part) => listFields(description, part, way, within)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]): Field[] => [
      {
        name: way + name,
        type: typeName(description, property),
        required: required.includes(name),
        meaning: property.description ?? resolve<Schema>(description, property).description ?? '',
      },
      ...listFields(description, property, `${way}${name}.`, within),
    ]),
    ...listFields(description, schema.items, way.replace(/\.?$/, '[].'), within),
    ...listFields(description, schema.contentSchema, way, within),
  ];
}
