import { decodeIfPossible } from '../../description/parameters/sent.js';

/** An object with a method and a path template, such as an operation. */
export interface Routed {
  method: string;
  path: string;
}

/** The result of matching a method and path: a route, or what is closest to it. */
export type RouteMatch<T extends Routed> =
  | { route: T }
  /** The path exists, but only with these methods. */
  | { methods: string[] }
  /** The path exists with another end: with a trailing slash, or without one. */
  | { correctPath: string }
  | undefined;

/** A node in the tree of routes of one method. Each level of the tree is a path segment. */
interface Branch<T> {
  /** The branches for segments without templates. */
  literals: Map<string, Branch<T>>;
  /** The branches for segments with templates and text, such as `{id}.json`. Those with the most text come first. */
  mixed: Array<{ shape: string; pattern: RegExp; branch: Branch<T> }>;
  /** The branch for a segment that is only a template. */
  template: Branch<T> | undefined;
  /** The route that ends here, and the number of its segments with templates. */
  end?: { route: T; templates: number };
}

/**
 * Prepares the paths of a description for matching, as a tree for each method. Paths without templates take precedence
 * (OpenAPI 3.1.1, section 4.8.8.2): when several paths match, the one with the fewest templates wins.
 *
 * @returns A function that finds a route. It takes the path as it was sent, with percent-encoding.
 */
export function createRouter<T extends Routed>(routes: T[]): (method: string, path: string) => RouteMatch<T> {
  const trees = new Map<string, Branch<T>>();
  for (const route of routes) {
    const tree = trees.get(route.method) ?? emptyBranch<T>();
    trees.set(route.method, tree);
    add(tree, route);
  }
  const order = new Map(routes.map((route, index) => [route, index]));
  /** The methods of a path, in the order of the description. */
  const methodsOf = (segments: string[]): string[] =>
    [...trees.values()]
      .flatMap((tree) => find(tree, segments) ?? [])
      .sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0))
      .map(({ method }) => method);

  const asWritten = new Map([...trees.keys()].map((method) => [method, new Map<string, { route: T }>()]));
  for (const route of routes) if (!templateIn.test(route.path)) asWritten.get(route.method)?.set(route.path, { route });

  return (method, path) => {
    // A path without templates takes precedence over all others.
    const match = asWritten.get(method)?.get(path);
    if (match) return match;
    const segments = path.split('/').map(decodeSegment);
    const tree = trees.get(method);
    const route = tree && find(tree, segments);
    if (route) return { route };
    const methods = methodsOf(segments);
    if (methods.length > 0) return { methods };
    const correctPath = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
    return methodsOf(correctPath.split('/').map(decodeSegment)).length > 0 ? { correctPath } : undefined;
  };
}

function emptyBranch<T>(): Branch<T> {
  return { literals: new Map(), mixed: [], template: undefined };
}

function add<T extends Routed>(tree: Branch<T>, route: T): void {
  const segments = route.path.split('/');
  const end = segments.reduce(follow, tree);
  const templates = segments.filter((segment) => templateIn.test(segment)).length;
  end.end ??= { route, templates };
}

const templateIn = /\{[^{}]*\}/;

/** Finds or adds the branch for a segment of a documented path. */
function follow<T>(branch: Branch<T>, segment: string): Branch<T> {
  const parts = segment.split(/\{[^{}]*\}/);
  if (parts.length === 1) {
    const key = decodeSegment(segment);
    const next = branch.literals.get(key) ?? emptyBranch<T>();
    branch.literals.set(key, next);
    return next;
  }
  const shape = parts.join('{}');
  if (shape === '{}') return (branch.template ??= emptyBranch<T>());
  const known = branch.mixed.find((one) => one.shape === shape);
  if (known) return known.branch;
  const pattern = new RegExp(`^${parts.map(escaped).join('.+')}$`, 's');
  const next = emptyBranch<T>();
  branch.mixed.push({ shape, pattern, branch: next });
  branch.mixed.sort((one, other) => other.shape.length - one.shape.length);
  return next;
}

/** Finds the route with the fewest templates. At equal numbers, the path that has text in an earlier segment wins. */
function find<T>(tree: Branch<T>, segments: string[]): T | undefined {
  let best: Branch<T>['end'];
  const walk = (branch: Branch<T>, index: number): void => {
    const segment = segments[index];
    if (segment === undefined) {
      if (branch.end && (!best || branch.end.templates < best.templates)) best = branch.end;
      return;
    }
    const literal = branch.literals.get(segment);
    if (literal) walk(literal, index + 1);
    if (best?.templates === 0 || segment === '') return;
    for (const { pattern, branch: next } of branch.mixed) if (pattern.test(segment)) walk(next, index + 1);
    if (branch.template) walk(branch.template, index + 1);
  };
  walk(tree, 0);
  return best?.route;
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}

/** Decodes a path segment. A segment with an encoded slash stays encoded, since that slash does not separate segments. */
function decodeSegment(segment: string): string {
  if (!segment.includes('%')) return segment;
  const decoded = decodeIfPossible(segment);
  return decoded.includes('/') ? segment : decoded;
}
