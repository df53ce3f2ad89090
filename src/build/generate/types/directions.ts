import { writeJson } from '../../../description/write-json.js';
import { isObject } from '../../../description/json-value.js';
import type { Description } from '../../../description/types.js';
import type { PlacedHolder } from './schema-holders.js';
import { followed, isSchema, mapSchema, mapSubschemas, mapValues, type TypedSchema } from './subschemas.js';

const componentPath = '#/components/schemas/';
type Flag = 'readOnly' | 'writeOnly';
type Schemas = Record<string, TypedSchema>;

/**
 * Removes `readOnly` properties from requests and `writeOnly` properties from responses (OpenAPI 3.1.1, section
 * 4.8.24.3.1). When a component schema is used in both and they differ, it gets a second schema for requests:
 * `AccountRequest` beside `Account`.
 *
 * openapi-typescript 7 has markers instead (`--read-write-markers`). With them, the compiler has to walk through the whole
 * type at each use. Remove this when a release writes both types.
 *
 * @param description The description; it is changed.
 * @param holders All holders of schemas in the description.
 */
export function bothDirections(description: Description, holders: PlacedHolder[]): void {
  const schemas: Schemas = description.components?.schemas ?? {};
  const sent = without(description, schemas, 'readOnly');
  const received = without(description, schemas, 'writeOnly');
  const roots = (direction: string): TypedSchema[] =>
    holders.flatMap(({ direction: one, holder }) => (one === direction && holder.schema ? [holder.schema] : []));
  for (const { direction, holder } of holders) {
    if (holder.schema)
      holder.schema = dropFlagged(description, holder.schema, direction === 'request' ? 'readOnly' : 'writeOnly');
  }
  const differing = differingNames(sent, received);
  const inRequests = reached(sent, roots('request'));
  const inResponses = reached(received, roots('response'));
  const renamed = new Map<string, string>();
  const taken = new Set(Object.keys(schemas));
  for (const name of differing) {
    if (inRequests.has(name) && inResponses.has(name)) renamed.set(name, freeName(`${name}Request`, taken));
  }
  const forRequests = (schema: TypedSchema): TypedSchema => mapSchema(schema, (part) => renameReference(part, renamed));
  const result: Schemas = {};
  for (const name of Object.keys(schemas)) {
    const isOnlySent = inRequests.has(name) && !inResponses.has(name);
    const request = forRequests(sent[name] ?? {});
    Object.defineProperty(result, name, property(isOnlySent ? request : received[name]));
    const second = renamed.get(name);
    if (second !== undefined) Object.defineProperty(result, second, property(request));
  }
  if (description.components?.schemas) description.components.schemas = result;
  for (const { direction, holder } of holders) {
    if (direction === 'request' && holder.schema) holder.schema = forRequests(holder.schema);
  }
}

function property(value: unknown): PropertyDescriptor {
  return { value, enumerable: true, configurable: true, writable: true };
}

function without(description: Description, schemas: Schemas, flag: Flag): Schemas {
  return mapValues(schemas, (schema) => dropFlagged(description, schema, flag));
}

function dropFlagged(description: Description, schema: TypedSchema, flag: Flag): TypedSchema {
  return mapSchema(schema, (part) => {
    const { properties, required } = part;
    if (!isObject(properties)) return part;
    const dropped = Object.entries(properties).flatMap(([name, one]) => (isFlagged(description, one, flag) ? [name] : []));
    if (dropped.length === 0) return part;
    return {
      ...part,
      properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !dropped.includes(name))),
      ...(Array.isArray(required) && { required: required.filter((name) => !dropped.includes(name)) }),
    };
  });
}

/** Whether a property has the flag itself, or the schema that it refers to has it. */
function isFlagged(description: Description, property: TypedSchema, flag: Flag): boolean {
  if (!isSchema(property)) return false;
  if (property[flag] === true) return true;
  if (property.$ref !== undefined) return followed(description, property)[flag] === true;
  return (property.allOf ?? []).some((part) => isSchema(part) && followed(description, part)[flag] === true);
}

/** The names of the schemas that differ between requests and responses, or that refer to one that does. */
function differingNames(sent: Schemas, received: Schemas): string[] {
  const names = Object.keys(sent);
  const differing = new Set(names.filter((name) => isDifferent(sent[name], received[name])));
  const users = new Map<string, string[]>();
  for (const name of names) {
    for (const used of references(sent[name] ?? {})) users.set(used, [...(users.get(used) ?? []), name]);
  }
  // A loop over a set also visits the elements that are added during the loop.
  for (const name of differing) for (const user of users.get(name) ?? []) differing.add(user);
  return names.filter((name) => differing.has(name));
}

function isDifferent(one: unknown, other: unknown): boolean {
  return one !== other && writeJson(one) !== writeJson(other);
}

/** The names of the schemas that the roots refer to, directly or through others. */
function reached(schemas: Schemas, roots: TypedSchema[]): Set<string> {
  const found = new Set(roots.flatMap(references));
  for (const name of found) for (const next of references(schemas[name] ?? {})) found.add(next);
  return found;
}

function references(schema: TypedSchema): string[] {
  const names: string[] = [];
  const visit = (part: TypedSchema): TypedSchema => {
    if (typeof part.$ref === 'string' && part.$ref.startsWith(componentPath)) names.push(nameIn(part.$ref));
    return mapSubschemas(part, visit);
  };
  if (isSchema(schema)) visit(schema);
  return names;
}

/** The name of the component schema that a reference points to, or points into. */
function nameIn($ref: string): string {
  return $ref.slice(componentPath.length).split('/')[0] ?? '';
}

function renameReference(schema: TypedSchema, names: Map<string, string>): TypedSchema {
  const { $ref } = schema;
  if (typeof $ref !== 'string' || !$ref.startsWith(componentPath)) return schema;
  const name = nameIn($ref);
  const renamed = names.get(name);
  return renamed === undefined
    ? schema
    : { ...schema, $ref: componentPath + renamed + $ref.slice(componentPath.length + name.length) };
}

function freeName(name: string, taken: Set<string>): string {
  if (taken.has(name)) return freeName(`${name}_`, taken);
  taken.add(name);
  return name;
}
