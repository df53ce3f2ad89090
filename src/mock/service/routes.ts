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

/**
 * Prepares the paths of a description for matching. A path without templates
 * is preferred to one with them (OpenAPI 3.1.1, section 4.8.8.2).
 *
 * @returns A function that finds a route. It expects the path as it was sent.
 */
export function createRouter<T extends Routed>(routes: T[]): (method: string, path: string) => RouteMatch<T> {
  const paths = new Map<string, { pattern: RegExp; templates: number; routes: T[] }>();
  for (const route of routes) {
    const known = paths.get(route.path);
    if (known) known.routes.push(route);
    else paths.set(route.path, { ...pathPattern(route.path), routes: [route] });
  }
  const sorted = [...paths.values()].sort((one, other) => one.templates - other.templates);

  function find(path: string): T[] {
    const literal = paths.get(path);
    if (literal?.templates === 0) return literal.routes;
    const decoded = path.split('/').map(decodeSegment).join('/');
    return sorted.filter(({ pattern }) => pattern.test(decoded)).flatMap((one) => one.routes);
  }

  return (method, path) => {
    const found = find(path);
    const route = found.find((one) => one.method === method);
    if (route) return { route };
    if (found.length > 0) return { methods: [...new Set(found.map((one) => one.method))] };
    const correctPath = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
    return find(correctPath).length > 0 ? { correctPath } : undefined;
  };
}

function pathPattern(path: string): { pattern: RegExp; templates: number } {
  const parts = path.split(/\{[^{}]*\}/);
  const pattern = parts.map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('[^/]+');
  return { pattern: new RegExp(`^${pattern}$`), templates: parts.length - 1 };
}

/** A slash that is encoded separates nothing, so it stays as it is. */
function decodeSegment(segment: string): string {
  try {
    const decoded = decodeURIComponent(segment);
    return decoded.includes('/') ? segment : decoded;
  } catch {
    return segment;
  }
}
