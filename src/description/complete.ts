import { completeExamples } from './complete-examples.js';
import { isObject, objectOf, unshared } from './json-value.js';
import { pathOperations } from './operations.js';
import { unescapeToken } from './references/pointer.js';
import { resolveIfPossible } from './references/resolve.js';
import type { Description, Operation, PathItem } from './types.js';
import { writeJson } from './write-json.js';

/** The title of an API without one. */
const untitled = 'API';

/** A description with all fields that the rest of the program relies on. */
export interface Completed {
  description: Description;
  /** The extensions among the paths. The description has only path items there. */
  pathExtensions: Record<string, unknown>;
  /** A sentence for each thing that was removed or filled in. */
  notes: string[];
  /** How many operations got a name made of method and path. */
  named: number;
}

/**
 * Fills in missing fields that the rest of the program relies on: `info`, an `operationId` for each operation, and the
 * description of each response. Replaces references to path items by the path items. Removes undocumented security schemes from
 * `security`, and each member of `paths` that is not a path item or does not begin with a slash.
 *
 * @param bundled The bundled description; it is not changed.
 */
export function completeDescription(bundled: Description): Completed {
  return completeInPlace(unshared(bundled));
}

/** Like `completeDescription`, but changes the given description instead of copying it. */
export function completeInPlace(description: Description): Completed {
  const info = objectOf(description.info);
  // In YAML, an unquoted version or title may be a number.
  description.info = { ...info, version: textOf(info.version ?? 0), title: textOf(info.title || untitled) };
  const paths = Object.entries(description.paths ?? {});
  const isUntitled = !info.title;
  const unreachable = paths.filter(([path, item]) => !/^(\/|x-)/.test(path) && isObject(item)).map(([path]) => path);
  const pathExtensions = Object.fromEntries(paths.filter(([path]) => path.startsWith('x-')));
  const broken = paths.filter(([path, item]) => !path.startsWith('x-') && !isObject(item)).map(([path]) => path);
  const items = paths.filter(([path, item]) => path.startsWith('/') && isObject(item));
  description.paths = Object.fromEntries(items.map(([path, item]) => [path, inPlace(description, item)]));
  const all = Object.entries(description.paths).flatMap(([path, item]) =>
    pathOperations(item).flatMap(({ method, operation }) => (isObject(operation) ? [{ path, method, item, operation }] : [])),
  );
  const named = nameOperations(all);
  for (const { operation } of all) describeResponses(operation);
  const { requestBodies, ...components } = { requestBodies: undefined, ...description.components };
  // A Request Body Object has its content in the same field as a Response Object.
  const holders = all.flatMap(({ item, operation }) => [item, operation]);
  completeExamples(description, [components, { responses: requestBodies }, ...holders]);
  const notes = [
    ...(isUntitled ? [`info.title: The title is missing. The API is called "${untitled}".`] : []),
    ...unreachable.map((path) => `paths.${path}: The path has no slash at its beginning and was left out: write "/${path}".`),
    ...broken.map((path) => `paths.${path}: It is no Path Item and was left out.`),
    ...leaveOutUnknownSchemes(description, [description, ...all.map(({ operation }) => operation)]),
  ];
  return { description, pathExtensions, notes, named };
}

/** Replaces the reference of a path item by its target, merged with the fields beside the reference. */
function inPlace(description: Description, item: PathItem): PathItem {
  const { $ref, ...beside } = item;
  const target = typeof $ref === 'string' ? resolveIfPossible<PathItem>(description, item) : undefined;
  // The code that reads the path reports a broken reference.
  return target ? { ...structuredClone(target), ...beside } : item;
}

/** Gives each operation a unique `operationId`. @returns The number of operations that had none, or a duplicate. */
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
  const words = path.replaceAll(/\{([^}]*)\}/g, ' by $1 ').split(/[^A-Za-z0-9]/);
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

/** Removes requirements of undocumented schemes: nobody could satisfy them. @returns A sentence for each such scheme. */
function leaveOutUnknownSchemes(description: Description, holders: Array<Description | Operation>): string[] {
  const known = description.components?.securitySchemes ?? {};
  const unknown = new Set<string>();
  for (const holder of holders) {
    if (!Array.isArray(holder.security)) continue;
    const stated = holder.security
      .filter(isObject)
      .map((requirement) => Object.entries(requirement).map(([name, scopes]) => [schemeName(name, known), scopes] as const));
    const undocumented = stated.flat().flatMap(([name]) => (Object.hasOwn(known, name) ? [] : [name]));
    for (const name of undocumented) unknown.add(name);
    holder.security = stated.map((named) => Object.fromEntries(named.filter(([name]) => !unknown.has(name))));
    if (undocumented.length > 0) holder['x-stated-security'] = stated.map((named) => Object.fromEntries(named));
  }
  return [...unknown].map(
    (name) => `The security scheme "${name}" is not documented and was left out: add it to components.securitySchemes.`,
  );
}

/** The name of a security scheme, which OpenAPI 3.2 also lets a requirement refer to by its URI. */
function schemeName(name: string, known: object): string {
  const [, pointer] = /^#\/components\/securitySchemes\/(.+)/.exec(name) ?? [];
  return pointer === undefined || Object.hasOwn(known, name) ? name : unescapeToken(pointer);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : writeJson(value);
}

function describeResponses(operation: Operation): void {
  for (const response of Object.values(operation.responses ?? {})) {
    if (isObject(response) && !('$ref' in response) && typeof response.description !== 'string') response.description = '';
  }
}
