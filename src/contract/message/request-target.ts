/** Query parameters by name: a string, or a list if the name is repeated. */
export type QueryValues = Record<string, string | string[]>;

/** The target of a request. */
export interface RequestTarget {
  /** As sent, without the query. */
  path: string;
  /** The query as sent, with its question mark. Empty if there is none. */
  search: string;
  query: QueryValues;
  /** The part with an invalid percent-encoding, if any. */
  malformed: 'path' | 'query' | undefined;
}

/** Parses a request target (RFC 9112, section 3.2), with or without a host. It accepts any text and never throws. */
export function readTarget(target: string): RequestTarget {
  const isPathAlone = target.startsWith('/') && !/[?#%]/.test(target);
  if (isPathAlone) return { path: target, search: '', query: {}, malformed: undefined };
  const relative = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const end = relative.search(/[?#]/);
  const path = (end < 0 ? relative : relative.slice(0, end)) || '/';
  const search = end < 0 || relative[end] === '#' ? '' : relative.slice(end + 1).replace(/#.*/, '');
  const query: QueryValues = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const known = Object.hasOwn(query, name) ? query[name] : undefined;
    if (Array.isArray(known)) {
      known.push(value);
      continue;
    }
    const values = known === undefined ? value : [known, value];
    // A plain assignment to "__proto__" would not become a parameter.
    Object.defineProperty(query, name, { value: values, enumerable: true, configurable: true });
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
