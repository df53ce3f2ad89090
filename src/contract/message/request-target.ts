/** Query parameters by name: text, or a list where a name is repeated. */
export type QueryValues = Record<string, string | string[]>;

/** Where a request goes. */
export interface RequestTarget {
  /** As it was sent, without the query. */
  path: string;
  /** The query as it was sent, with its question mark; empty where there is none. */
  search: string;
  query: QueryValues;
  /** What is wrong with its percent-encoding: nothing, or one of its parts. */
  malformed: 'path' | 'query' | undefined;
}

/**
 * Reads a request target (RFC 9112, section 3.2), also one that names its host.
 * Whatever it is, it can be read: nothing is thrown.
 */
export function readTarget(target: string): RequestTarget {
  const isPathAlone = target.startsWith('/') && !/[?#%]/.test(target);
  if (isPathAlone) return { path: target, search: '', query: {}, malformed: undefined };
  const relative = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const end = relative.search(/[?#]/);
  const path = (end < 0 ? relative : relative.slice(0, end)) || '/';
  const search = end < 0 || relative[end] === '#' ? '' : relative.slice(end + 1).replace(/#.*$/, '');
  const query: QueryValues = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const known = Object.hasOwn(query, name) ? query[name] : undefined;
    if (Array.isArray(known)) {
      known.push(value);
      continue;
    }
    const values = known === undefined ? value : [known, value];
    // A plain assignment to "__proto__" would not become a parameter.
    Object.defineProperty(query, name, { value: values, enumerable: true, writable: true, configurable: true });
  }
  return {
    path,
    search: search && `?${search}`,
    query,
    malformed: isEncoded(path) ? (isEncoded(search) ? undefined : 'query') : 'path',
  };
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
