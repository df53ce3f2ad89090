import { resolve } from '../../../description/resolve.js';
import type { Description, Schema } from '../../../description/types.js';
import { isMissing, typeName } from './type-name.js';

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
  /** How many names the way to it has. */
  depth: number;
  within: Schema[];
}

/** No reader goes through more fields of one body: from here on, those that lie deepest are left to the description. */
const mostFields = 150;

/**
 * Lists the fields of a body: the properties of its schema, those of nested objects and lists after their parent.
 * Text that holds JSON (`contentSchema`) has the fields of that JSON; of alternatives (`oneOf`, `anyOf`) each has its
 * fields listed, and values of any name (`additionalProperties`) are called `*`.
 *
 * A schema that is referred to from several places is listed at the first, so that schemas that refer to each other
 * make a list as long as they are, and not as long as all the ways through them. Where even that is more than
 * `mostFields`, fields are listed down to the depth at which they are fewer; the first level always is.
 *
 * @param whenRequired What is said of a required field. Default: `required`.
 */
export function fields(description: Description, schema: Schema | undefined, whenRequired = 'required'): Field[] {
  if (isMissing(schema)) return [];
  const resolved = resolve<Schema>(description, schema);
  const lists = kept.get(resolved) ?? new Map<string, Field[]>();
  kept.set(resolved, lists);
  const list = lists.get(whenRequired) ?? boundedFields(description, schema, whenRequired);
  lists.set(whenRequired, list);
  return list;
}

/** Many operations of a large description share a schema: its fields are listed once for each `whenRequired`. */
const kept = new WeakMap<Schema, Map<string, Field[]>>();

function boundedFields(description: Description, schema: Schema, whenRequired: string): Field[] {
  const all = listFields(description, schema, whenRequired, Infinity);
  if (all) return all;
  for (let depth = 2, last = listFields(description, schema, whenRequired, 1, Infinity) ?? []; ; depth += 1) {
    const deeper = listFields(description, schema, whenRequired, depth);
    if (!deeper) return last;
    last = deeper;
  }
}

/**
 * @param deepest How many names the way to a field may have.
 * @returns `undefined` where there are more fields than `most`.
 */
function listFields(
  description: Description,
  schema: Schema | undefined,
  whenRequired: string,
  deepest: number,
  most = mostFields,
): Field[] | undefined {
  /** The schemas that are referred to, with the path of the field at which each is listed. */
  const listed = new Map<Schema, string>();
  let count = 0;

  function list({ schema: reference, path, depth, within }: Part): Field[] {
    if (isMissing(reference) || count > most) return [];
    const resolved = resolve<Schema>(description, reference);
    const isShared = resolved !== reference;
    if (within.includes(resolved) || (isShared && listed.has(resolved))) return [];
    if (isShared) listed.set(resolved, path.replace(/\.$/, ''));
    const inner = [...within, resolved];
    const part = (schema: Schema | undefined, at = path): Field[] => list({ schema, path: at, depth, within: inner });
    const named = (name: string, schema: Schema, isRequired: boolean): Field[] => {
      count += 1;
      if (depth + 1 >= deepest) return [field(path + name, schema, isRequired, holdsFields(description, schema))];
      const inside = { schema, path: `${path}${name}.`, depth: depth + 1, within: inner };
      return [field(path + name, schema, isRequired), ...list(inside)];
    };
    const { allOf = [], oneOf = [], anyOf = [], properties = {}, items, contentSchema, additionalProperties } = resolved;
    const required = [resolved, ...allOf.map((one) => resolve<Schema>(description, one))].flatMap((one) => one.required ?? []);
    return [
      ...allOf.flatMap((one) => part(one)),
      ...Object.entries(properties).flatMap(([name, property]) => named(name, property, required.includes(name))),
      ...distinct([...oneOf, ...anyOf].flatMap((one) => part(one))),
      ...part(items, path.replace(/\.?$/, '[].')),
      ...(typeof additionalProperties === 'object' ? named('*', additionalProperties, false) : []),
      ...part(contentSchema),
    ];
  }

  function field(name: string, schema: Schema, isRequired: boolean, isLeftOut = false): Field {
    const resolved = resolve<Schema>(description, schema);
    const meaning = schema.description ?? resolved.description ?? '';
    const first = listed.get(resolved.items ? resolve<Schema>(description, resolved.items) : resolved);
    const where = first ? `, fields as in ${first}` : isLeftOut ? ', its fields are in the description' : '';
    return { name, type: typeName(description, schema) + where, requirement: isRequired ? whenRequired : '', meaning };
  }

  const all = list({ schema, path: '', depth: 0, within: [] });
  return count > most ? undefined : all;
}

/** Whether a value of a schema has fields of its own: the schema, one of its parts, or its items have properties. */
function holdsFields(description: Description, schema: Schema): boolean {
  const resolved = resolve<Schema>(description, schema);
  const { allOf = [], oneOf = [], anyOf = [], items, contentSchema } = resolved;
  const parts = [resolved, items, contentSchema, ...allOf, ...oneOf, ...anyOf];
  return parts.some((part) => part && Object.keys(resolve<Schema>(description, part).properties ?? {}).length > 0);
}

/** Alternatives often share a field: it is listed once. */
function distinct(all: Field[]): Field[] {
  return all.filter((one, index) => all.findIndex(({ name, type }) => name === one.name && type === one.type) === index);
}
