import { objectOf } from './json-value.js';
import { resolve } from './references/resolve.js';
import {
  methods,
  type Description,
  type Example,
  type MediaType,
  type Operation,
  type Parameter,
  type PathItem,
  type Reference,
  type RequestBody,
  type Response,
  type SecurityRequirement,
  type Server,
} from './types.js';

/** An Operation Object, and its position within its Path Item Object. */
export interface PathOperation {
  /** As in a request: in upper case, except that a method of `additionalOperations` is sent as written. */
  method: string;
  /** The path of the Operation Object within its Path Item Object: `['get']`, or `['additionalOperations', 'COPY']`. */
  fields: string[];
  operation: Operation;
}

/**
 * An operation with everything that applies to it: its path, the parameters of its path, resolved references, inherited
 * security.
 */
export interface DocumentedOperation extends PathOperation {
  /** `operationId`; method and path if the description has none. */
  operationId: string;
  path: string;
  /** `summary`; the operationId if the description has none or an empty one. */
  summary: string;
  description: string;
  /** The parameters of the operation, then those of its path that it does not override. */
  parameters: Parameter[];
  requestBody: RequestBody | undefined;
  /** In the order of the description. `status` is a number, a range such as `4XX`, or `default`. */
  responses: Array<{ status: string; response: Response }>;
  /** Alternatives, of which one must be satisfied. Empty if no authentication is required. */
  security: SecurityRequirement[];
  /** The servers of the operation, else those of its path; `undefined` if neither has any. */
  servers: Server[] | undefined;
}

/**
 * Lists the Operation Objects of a Path Item Object: those of the fixed fields and those of `additionalOperations` (OpenAPI
 * 3.2).
 *
 * @returns In the order of the description, which the docs keep.
 */
export function pathOperations(item: PathItem): PathOperation[] {
  return Object.keys(item).flatMap((key): PathOperation[] => {
    if (key === 'additionalOperations') {
      const others = Object.entries(item.additionalOperations ?? {});
      return others.map(([method, operation]) => ({ method, fields: [key, method], operation }));
    }
    const method = methods.find((one) => one === key);
    const operation = method && item[method];
    return operation ? [{ method: key.toUpperCase(), fields: [key], operation }] : [];
  });
}

/**
 * Lists the operations of a bundled description, in the order of the description.
 *
 * @throws Error when a reference cannot be followed.
 */
export function documentedOperations(description: Description): DocumentedOperation[] {
  return Object.entries(description.paths ?? {}).flatMap(([path, reference]) => {
    const item = resolve(description, reference);
    return pathOperations(item).map((one) => documentedOperation(description, path, item, one));
  });
}

/**
 * Reads one operation with everything that applies to it.
 *
 * @throws Error when a reference cannot be followed.
 */
export function documentedOperation(
  description: Description,
  path: string,
  item: PathItem,
  found: PathOperation,
): DocumentedOperation {
  const { method, operation } = found;
  const { operationId = `${method.toLowerCase()} ${path}`, summary = '' } = operation;
  const own = (operation.parameters ?? []).map((parameter) => resolve(description, parameter));
  const shared = (item.parameters ?? []).map((parameter) => resolve(description, parameter));
  return {
    ...found,
    operationId,
    path,
    summary: /\S/.test(summary) ? summary : operationId,
    description: operation.description ?? '',
    parameters: [...own, ...shared.filter(({ name, in: place }) => !own.some((one) => one.name === name && one.in === place))],
    requestBody: operation.requestBody && withMediaTypes(description, operation.requestBody),
    responses: documentedResponses(operation).map(([status, response]) => ({
      status,
      response: withMediaTypes(description, response),
    })),
    security: operation.security ?? description.security ?? [],
    servers: operation.servers ?? item.servers,
  };
}

/** A Request Body Object or Response Object without references, also to its media types, which OpenAPI 3.2 allows. */
function withMediaTypes<T extends RequestBody | Response>(description: Description, reference: T | Reference): T {
  const found = resolve(description, reference);
  const all = Object.entries(found.content ?? {});
  if (!all.some(([, media]) => '$ref' in objectOf(media))) return found;
  return { ...found, content: Object.fromEntries(all.map(([name, media]) => [name, resolve<MediaType>(description, media)])) };
}

/** The responses of an operation as in the description, without specification extensions. */
export function documentedResponses({ responses = {} }: Operation): Array<[status: string, response: Response | Reference]> {
  return Object.entries(responses).filter(([status]) => !status.startsWith('x-'));
}

/**
 * The named examples of a parameter or a media type, with resolved references and without those that have an `externalValue`.
 * For a parameter with `content`, the examples of its media type. The field `example` is not included, since it has no name.
 */
export function namedExamples(description: Description, holder: MediaType | Parameter): Map<string, Example> {
  const all = Object.entries(resolve<MediaType | Parameter>(description, exampleHolder(holder)).examples ?? {});
  const followed = all.map(([name, reference]) => {
    const example = resolve(description, reference);
    const { value = example.dataValue ?? example.serializedValue } = example;
    return [name, { ...example, ...(value !== undefined && { value }) }] as const;
  });
  return new Map(followed.filter(([, { externalValue }]) => externalValue === undefined));
}

/**
 * The object that has the examples and the schema: for a parameter with `content`, its Media Type Object, else the object
 * itself.
 */
export function exampleHolder(holder: MediaType | Parameter): MediaType | Parameter {
  const content = 'content' in holder ? Object.values(holder.content ?? {})[0] : undefined;
  return content ?? holder;
}
