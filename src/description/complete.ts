import { pathOperations } from './operations.js';
import { resolve } from './resolve.js';
import type { Description, Info, MediaType, Operation, Parameter, PathItem } from './types.js';

/** A description with everything that its readers count on, and what was filled in, in a sentence each. */
export interface Completed {
  description: Description;
  notes: string[];
}

/**
 * Fills in what a description leaves out although readers count on it: `info`, an `operationId` for each operation, the
 * description of each response. Path items that refer to one in `components` are put in their places. Security schemes
 * that are not documented are left out, and what is among the paths and no path item.
 *
 * @param bundled The bundled description; it is not changed.
 */
export function completeDescription(bundled: Description): Completed {
  const description = structuredClone(bundled);
  const info: Partial<Info> | undefined = description.info;
  description.info = { title: 'API', version: '0', ...info };
  const paths = Object.entries(description.paths ?? {});
  const items = paths.filter(([path, item]) => !path.startsWith('x-') && isObject(item));
  description.paths = Object.fromEntries(items.map(([path, item]) => [path, inPlace(description, item)]));
  const all = Object.entries(description.paths).flatMap(([path, item]) =>
    pathOperations(item).flatMap(({ method, operation }) => (isObject(operation) ? [{ path, method, item, operation }] : [])),
  );
  const named = nameOperations(all);
  for (const { item, operation } of all) {
    describeResponses(operation);
    const parameters = [...list(item.parameters), ...list(operation.parameters)];
    for (const holder of [...parameters, ...mediaTypes(operation, parameters)]) completeExamples(description, holder);
  }
  const notes = [
    ...(named === 0 ? [] : [`${named} operations without an operationId of their own were named after method and path.`]),
    ...(items.length < paths.length ? ['Fields among the paths that are no Path Items, such as extensions, were left out.'] : []),
    ...leaveOutUnknownSchemes(description, [description, ...all.map(({ operation }) => operation)]),
  ];
  return { description, notes };
}

/** A path item with what it refers to, and what stands beside the reference. */
function inPlace(description: Description, item: PathItem): PathItem {
  const { $ref, ...beside } = item;
  return typeof $ref === 'string' ? { ...structuredClone(resolve<PathItem>(description, item)), ...beside } : item;
}

/** Gives each operation an `operationId` that no other has. @returns How many had none, or one that was taken. */
function nameOperations(all: Array<{ path: string; method: string; operation: Operation }>): number {
  const taken = new Set<string>();
  const unnamed = all.filter(({ operation: { operationId } }) => {
    const isNew = typeof operationId === 'string' && !taken.has(operationId);
    if (isNew) taken.add(operationId);
    return !isNew;
  });
  for (const { path, method, operation } of unnamed) {
    const name = derivedName(method, path);
    let free = name;
    for (let count = 2; taken.has(free); count += 1) free = `${name}${count}`;
    taken.add(free);
    operation.operationId = free;
  }
  return unnamed.length;
}

/** `getUsersById` for `get /users/{id}`. */
function derivedName(method: string, path: string): string {
  const words = path
    .replaceAll(/\{([^}]*)\}/g, ' by $1 ')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

/** A requirement of a scheme that is not documented says nothing that could be met. @returns A sentence for each such scheme. */
function leaveOutUnknownSchemes(description: Description, holders: Array<Description | Operation>): string[] {
  const known = description.components?.securitySchemes ?? {};
  const unknown = new Set<string>();
  for (const holder of holders) {
    if (!Array.isArray(holder.security)) continue;
    holder.security = holder.security.filter(isObject).map((requirement) => {
      const names = Object.keys(requirement);
      for (const name of names) if (!Object.hasOwn(known, name)) unknown.add(name);
      return Object.fromEntries(Object.entries(requirement).filter(([name]) => !unknown.has(name)));
    });
  }
  return [...unknown].map(
    (name) => `The security scheme "${name}" is not documented and was left out: add it to components.securitySchemes.`,
  );
}

function describeResponses(operation: Operation): void {
  for (const response of Object.values(operation.responses ?? {})) {
    if (isObject(response) && !('$ref' in response) && typeof response.description !== 'string') response.description = '';
  }
}

/**
 * Examples may be one reference to all of them, and one that neither has a value nor says where it is shows nothing.
 * OpenAPI 3.2 has other names for the value.
 */
function completeExamples(description: Description, holder: MediaType | Parameter): void {
  const { examples } = holder as { examples?: unknown };
  if (!isObject(examples)) return;
  const all: Record<string, unknown> =
    typeof examples.$ref === 'string' ? resolve(description, { $ref: examples.$ref }) : examples;
  const shown = Object.entries(all).flatMap(([name, one]): Array<[string, unknown]> => {
    if (!isObject(one)) return [];
    if ('value' in one || '$ref' in one) return [[name, one]];
    const { dataValue, serializedValue, ...rest } = one;
    const value = dataValue ?? serializedValue;
    if (value === undefined) return 'externalValue' in one ? [[name, one]] : [];
    // A value may not stand beside what it is written as.
    const written = dataValue === undefined || serializedValue === undefined ? {} : { 'x-serializedValue': serializedValue };
    return [[name, { ...rest, value, ...written }]];
  });
  holder.examples = Object.fromEntries(shown) as NonNullable<MediaType['examples']>;
}

function mediaTypes({ requestBody, responses }: Operation, parameters: Parameter[]): MediaType[] {
  const holders: unknown[] = [requestBody, ...Object.values(responses ?? {}), ...parameters];
  const contents = holders.flatMap((holder) =>
    isObject(holder) && isObject(holder.content) ? Object.values(holder.content) : [],
  );
  return contents.filter(isObject);
}

function list(parameters: unknown): Parameter[] {
  return Array.isArray(parameters) ? (parameters.filter(isObject) as unknown as Parameter[]) : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
