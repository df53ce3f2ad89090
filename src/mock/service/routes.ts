/** What can be reached by a method and a path. */
export interface Routed {
  method: string;
  path: string;
}

/** What a request target leads to: a route, or what there is in its place. */
export type RouteMatch<T extends Routed> =
  | { route: T }
  /** The path is there, with these methods. */
  | { methods: string[] }
  /** The path is there when this is sent instead: with its slash at the end, or without. */
  | { correctPath: string }
  | undefined;

/** The routes of one method by the segments of their paths. */
interface Branch<T> {
  /** What follows a segment that is written out. */
  literals: Map<string, Branch<T>>;
  /** What follows a segment with templates beside text, such as `{id}.json`: the one with the most text first. */
  mixed: Array<{ shape: string; pattern: RegExp; branch: Branch<T> }>;
  /** What follows a segment that is a template. */
  template: Branch<T> | undefined;
  /** The route that ends here, and how many of its segments have templates. */
  end?: { route: T; templates: number };
}

/**
 * Prepares the paths of a description for matching: a table by method, and for each a tree by segment. What is written out
 * is preferred to templates (OpenAPI 3.1.1, section 4.8.8.2): of several paths the one with the fewest wins.
 *
 * @returns A function that finds a route. It expects the path as it was sent.
 */
export function createRouter<T extends Routed>(routes: T[]): (method: string, path: string) => RouteMatch<T> {
  const trees = new Map<string, Branch<T>>();
  for (const route of routes) {
    const tree = trees.get(route.method) ?? emptyBranch<T>();
    trees.set(route.method, tree);
    add(tree, route);
  }
  const order = new Map(routes.map((route, index) => [route, index]));
  /** In the order of the description. */
  const methodsOf = (segments: string[]): string[] =>
    [...trees.values()]
      .flatMap((tree) => find(tree, segments) ?? [])
      .sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0))
      .map(({ method }) => method);

  const asWritten = new Map([...trees.keys()].map((method) => [method, new Map<string, { route: T }>()]));
  for (const route of routes) if (!templateIn.test(route.path)) asWritten.get(route.method)?.set(route.path, { route });

  return (method, path) => {
    // A path without templates wins over all others.
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

/** The branch that a segment of a documented path leads to. */
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

/** The route whose path has the fewest templates; of several the one that is written out furthest. */
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

/** A slash that is encoded separates nothing, so it stays as it is. */
function decodeSegment(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    const decoded = decodeURIComponent(segment);
    return decoded.includes('/') ? segment : decoded;
  } catch {
    return segment;
  }
}
