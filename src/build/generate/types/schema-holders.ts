import { isObject, objectOf, type Json } from '../../../description/json-value.js';
import { pathOperations } from '../../../description/operations.js';
import type { Description, Encoding, Extensions } from '../../../description/types.js';
import { isSchema, mapSchema, mapValues, type TypedSchema } from './subschemas.js';

/** An object that has a schema: a Media Type Object, Parameter Object or Header Object. */
export interface SchemaHolder extends Extensions {
  schema?: TypedSchema;
  encoding?: Record<string, Encoding>;
}

/** A holder and its place in the description. */
export interface PlacedHolder {
  direction: 'request' | 'response';
  /** The key in `content`; `undefined` for a parameter or header without `content`. */
  mediaType: string | undefined;
  holder: SchemaHolder;
}

/**
 * Lists the objects of a description that have a schema, except component schemas. It does not follow references, since it
 * lists their targets in the components anyway.
 */
export function schemaHolders(description: Description): PlacedHolder[] {
  const found: PlacedHolder[] = [];
  const components = objectOf(description.components);
  const { parameters, requestBodies, responses, headers } = components;
  for (const one of values(parameters)) addHolder(found, 'request', one);
  for (const one of values(requestBodies)) addContent(found, 'request', one.content);
  for (const one of values(responses)) addResponse(found, one);
  for (const one of values(headers)) addHolder(found, 'response', one);
  for (const item of [description.paths, description.webhooks, components.pathItems].flatMap(values)) addPathItem(found, item);
  for (const callback of values(components.callbacks)) for (const item of values(callback)) addPathItem(found, item);
  return found;
}

/**
 * Changes each schema of a description. Subschemas are changed before the schema that contains them.
 *
 * @param holders All holders of the description.
 */
export function mapAllSchemas(
  { components }: Description,
  holders: PlacedHolder[],
  change: (schema: TypedSchema) => TypedSchema,
): void {
  if (components?.schemas) components.schemas = mapValues(components.schemas, (schema) => mapSchema(schema, change));
  for (const { holder } of holders) if (holder.schema) holder.schema = mapSchema(holder.schema, change);
}

function addPathItem(found: PlacedHolder[], item: Json): void {
  for (const parameter of values(item.parameters)) addHolder(found, 'request', parameter);
  for (const { operation } of pathOperations(item)) {
    if (!isSchema(operation)) continue;
    const { parameters, requestBody, responses, callbacks } = operation;
    for (const parameter of values(parameters)) addHolder(found, 'request', parameter);
    addContent(found, 'request', objectOf(requestBody).content);
    for (const response of values(responses)) addResponse(found, response);
    for (const callback of values(callbacks)) for (const inner of values(callback)) addPathItem(found, inner);
  }
}

function addResponse(found: PlacedHolder[], response: Json): void {
  addContent(found, 'response', response.content);
  for (const header of values(response.headers)) addHolder(found, 'response', header);
}

function addContent(found: PlacedHolder[], direction: PlacedHolder['direction'], content: unknown): void {
  for (const [mediaType, holder] of Object.entries(objectOf(content))) {
    if (isSchema(holder)) found.push({ direction, mediaType, holder });
  }
}

function addHolder(found: PlacedHolder[], direction: PlacedHolder['direction'], holder: Json): void {
  found.push({ direction, mediaType: undefined, holder });
}

function values(members: unknown): Json[] {
  return Object.values(objectOf(members)).filter(isObject);
}
