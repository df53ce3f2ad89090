import { resolve } from '../../description/resolve.js';
import type { Description, Schema } from '../../description/types.js';
import { typeName } from './type-name.js';

/** One value that a request carries or a response holds, as a reader needs it. */
export interface Field {
  /** Nested ones with their way to it: `account.email`, `accounts[].email`. */
  name: string;
  type: string;
  /** `required`, and under which condition; empty for an optional one. */
  requirement: string;
  /** Markdown. */
  meaning: string;
}

/** A part of a schema that is left to list: where it is, and which schemas it is a part of. */
interface Part {
  schema: Schema | undefined;
  /** The way to it, with a dot at its end unless it is empty. */
  path: string;
  within: Schema[];
}

/**
 * Lists the fields of a body: the properties of its schema, those of nested objects and lists after their parent.
 * Text that holds JSON (`contentSchema`) has the fields of that JSON; of alternatives (`oneOf`, `anyOf`) each has its
 * fields listed, and values of any name (`additionalProperties`) are called `*`.
 *
 * A schema that is referred to from several places is listed at the first, so that schemas that refer to each other
 * make a list as long as they are, and not as long as all the ways through them.
 *
 * @param whenRequired What is said of a required field. Default: `required`.
 */
export function fields(description: Description, schema: Schema | undefined, whenRequired = 'required'): Field[] {
  /** The schemas that are referred to, with the path of the field at which each is listed. */
  const listed = new Map<Schema, string>();

  function list({ schema: reference, path, within }: Part): Field[] {
    if (!reference) return [];
    const resolved = resolve<Schema>(description, reference);
    const isShared = resolved !== reference;
    if (within.includes(resolved) || (isShared && listed.has(resolved))) return [];
    if (isShared) listed.set(resolved, path.replace(/\.$/, ''));
    const inner = [...within, resolved];
    const part = (schema: Schema | undefined, at = path): Field[] => list({ schema, path: at, within: inner });
    const { allOf = [], oneOf = [], anyOf = [], properties = {}, items, contentSchema, additionalProperties } = resolved;
    const required = [resolved, ...allOf.map((one) => resolve<Schema>(description, one))].flatMap((one) => one.required ?? []);
    return [
      ...allOf.flatMap((one) => part(one)),
      ...Object.entries(properties).flatMap(([name, property]): Field[] => [
        field(path + name, property, required.includes(name)),
        ...part(property, `${path}${name}.`),
      ]),
      ...distinct([...oneOf, ...anyOf].flatMap((one) => part(one))),
      ...part(items, path.replace(/\.?$/, '[].')),
      ...(typeof additionalProperties === 'object'
        ? [field(`${path}*`, additionalProperties, false), ...part(additionalProperties, `${path}*.`)]
        : []),
      ...part(contentSchema),
    ];
  }

  function field(name: string, schema: Schema, isRequired: boolean): Field {
    const resolved = resolve<Schema>(description, schema);
    const meaning = schema.description ?? resolved.description ?? '';
    const first = listed.get(resolved.items ? resolve<Schema>(description, resolved.items) : resolved);
    const type = typeName(description, schema) + (first ? `, fields as in ${first}` : '');
    return { name, type, requirement: isRequired ? whenRequired : '', meaning };
  }

  return list({ schema, path: '', within: [] });
}

/** Alternatives often share a field: it is listed once. */
function distinct(all: Field[]): Field[] {
  return all.filter((one, index) => all.findIndex(({ name, type }) => name === one.name && type === one.type) === index);
}
