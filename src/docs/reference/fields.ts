import { resolve } from '../../description/resolve.js';
import type { Description, Schema } from '../../description/types.js';

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
  const types = [
    schema.type ?? (alternatives ?? []).map((one) => typeName(description, one)),
    schema.nullable ? 'null' : [],
  ].flat(2);
  const names = types.map((type) => (type === 'array' ? `list of ${typeName(description, schema.items)}` : type));
  return [names.join(' or ') || 'any', ...limits(schema)].join(', ');
}

function limits(schema: Schema): string[] {
  const said: Array<[words: string, value: unknown]> = [
    ['format …', schema.format],
    ['one of …', schema.enum?.map((value) => JSON.stringify(value)).join(' ')],
    ['always …', schema.const],
    ['default …', schema.default],
    ['at least …', schema.minimum],
    ['at most …', schema.maximum],
    ['at least … characters', schema.minLength],
    ['at most … characters', schema.maxLength],
    ['at least … items', schema.minItems],
    ['at most … items', schema.maxItems],
    ['matches …', schema.pattern],
  ];
  return said.flatMap(([words, value]) =>
    value === undefined ? [] : [words.replace('…', () => (typeof value === 'string' ? value : JSON.stringify(value)))],
  );
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
