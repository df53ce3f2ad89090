import { resolve } from './references/resolve.js';
import {
  methods,
  type Description,
  type Example,
  type MediaType,
  type Operation,
  type Parameter,
  type PathItem,
  type RequestBody,
  type Response,
  type SecurityRequirement,
  type Server,
} from './types.js';

/** An operation of a description with everything that reaches it from elsewhere: its path, shared parameters, resolved references, inherited security. */
export interface DocumentedOperation {
  /** `operationId`; method and path where the description gives none. */
  operationId: string;
  /** As it stands in a request: in upper case but for one of `additionalOperations`, which is sent as it is written. */
  method: string;
  path: string;
  /** Where the Operation Object stands in its Path Item Object: `['get']`, or `['additionalOperations', 'COPY']`. */
  fields: string[];
  /** `summary`; the operationId where the description gives none. */
  summary: string;
  description: string;
  /** Those of the operation, then those of its path that it does not override. */
  parameters: Parameter[];
  requestBody: RequestBody | undefined;
  /** In the order of the description. `status` is a number, a range such as `4XX`, or `default`. */
  responses: Array<{ status: string; response: Response }>;
  /** The alternatives of which one must be met; empty where no authentication is asked for. */
  security: SecurityRequirement[];
  /** Those of the operation, else those of its path; `undefined` where only the description may give some. */
  servers: Server[] | undefined;
  /** The Operation Object itself. */
  operation: Operation;
}

/** An Operation Object, and where it stands in its Path Item Object. */
export interface PathOperation {
  /** As it stands in a request. */
  method: string;
  /** `['get']`, or `['additionalOperations', 'COPY']`. */
  fields: string[];
  operation: Operation;
}

/**
 * Lists the Operation Objects of a Path Item Object: those of the fixed fields, and of OpenAPI 3.2 those of
 * `additionalOperations`.
 *
 * @returns In the order in which the author wrote them; the readers of the docs get it too.
 */
export function pathOperations(item: PathItem): PathOperation[] {
  return Object.keys(item).flatMap((key): PathOperation[] => {
    if (key === 'additionalOperations') {
      const others = Object.entries(item.additionalOperations ?? {});
      return others.map(([method, operation]) => ({ method, fields: [key, method], operation }));
    }
    const operation = isMethod(key) ? item[key] : undefined;
    return operation ? [{ method: key.toUpperCase(), fields: [key], operation }] : [];
  });
}

function isMethod(key: string): key is (typeof methods)[number] {
  return methods.some((method) => method === key);
}

/**
 * Lists the operations of a bundled description in the order in which it gives them.
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
 * Reads one operation with everything that reaches it from elsewhere.
 *
 * @throws Error when a reference cannot be followed.
 */
export function documentedOperation(
  description: Description,
  path: string,
  item: PathItem,
  { method, fields, operation }: PathOperation,
): DocumentedOperation {
  const operationId = operation.operationId ?? `${method.toLowerCase()} ${path}`;
  const own = (operation.parameters ?? []).map((parameter) => resolve(description, parameter));
  const shared = (item.parameters ?? []).map((parameter) => resolve(description, parameter));
  return {
    operationId,
    method,
    path,
    fields,
    summary: operation.summary ?? operationId,
    description: operation.description ?? '',
    parameters: [...own, ...shared.filter(({ name, in: place }) => !own.some((one) => one.name === name && one.in === place))],
    requestBody: operation.requestBody && resolve(description, operation.requestBody),
    responses: Object.entries(operation.responses ?? {}).map(([status, response]) => ({
      status,
      response: resolve(description, response),
    })),
    security: operation.security ?? description.security ?? [],
    servers: operation.servers ?? item.servers,
    operation,
  };
}

/**
 * The named examples of a parameter or a media type, references followed, that have a value in the description; of a
 * parameter with `content` those of its media type. The single `example` field has no name and is not among them.
 */
export function namedExamples(description: Description, holder: MediaType | Parameter): Map<string, Example> {
  const all = Object.entries(exampleHolder(holder).examples ?? {});
  const followed = all.map(([name, reference]) => {
    const example = resolve(description, reference);
    const { value = example.dataValue ?? example.serializedValue } = example;
    return [name, { ...example, ...(value !== undefined && { value }) }] as const;
  });
  return new Map(followed.filter(([, { externalValue }]) => externalValue === undefined));
}

/** What holds the examples and the schema of a parameter: the Media Type Object of one with `content`, else itself. */
export function exampleHolder(holder: MediaType | Parameter): MediaType | Parameter {
  const content = 'content' in holder ? Object.values(holder.content ?? {})[0] : undefined;
  return content ?? holder;
}
