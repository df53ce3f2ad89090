import { InputError } from '../../command/input-error.js';
import type { QueryValues } from './request-target.js';

/** What a client asks of the mock, in the terms of Prism. */
export interface Preferences {
  /** The status of the response. */
  code?: number;
  /** The name of the response example, or of the scenario. */
  example?: string;
  /** Whether the body is made anew from the schema. */
  dynamic?: boolean;
  /** What the values of such a body depend on. */
  seed?: string;
}

/**
 * Reads what a client asks of the mock from the header `Prefer` (RFC 7240), or
 * where there is none from the query parameters `__code`, `__example`,
 * `__dynamic` and `__seed`, as Prism does.
 *
 * @throws InputError when a preference of the mock has an impossible value.
 */
export function readPreferences(header: string | undefined, query: QueryValues): Preferences {
  const given = header === undefined ? fromQuery(query) : fromHeader(header);
  const { code, dynamic } = given;
  if (code !== undefined && !/^[1-9]\d\d$/.test(code))
    throw new InputError('The preference "code" is no status: give three digits, as in "Prefer: code=404".');
  if (dynamic !== undefined && !/^(true|false)$/.test(dynamic))
    throw new InputError('The preference "dynamic" is neither true nor false: give one, as in "Prefer: dynamic=true".');
  return {
    ...(code !== undefined && { code: Number(code) }),
    ...(given.example && { example: given.example }),
    ...(dynamic !== undefined && { dynamic: dynamic === 'true' }),
    ...(given.seed && { seed: given.seed }),
  };
}

const names = ['code', 'example', 'dynamic', 'seed'] as const;
type Given = Partial<Record<(typeof names)[number], string>>;

function fromQuery(query: QueryValues): Given {
  const given: Given = {};
  for (const name of names) {
    const value = query[`__${name}`];
    if (typeof value === 'string') given[name] = value;
  }
  return given;
}

function fromHeader(header: string): Given {
  const given: Given = {};
  for (const [, name = '', quoted, plain = ''] of header.matchAll(
    /(?<![\w!#$%&'*+.^`|~-])([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]*))/g,
  )) {
    const known = names.find((one) => one === name.toLowerCase());
    // The first of several wins (RFC 7240, section 2).
    if (known) given[known] ??= quoted?.replaceAll(/\\(.)/g, '$1') ?? plain;
  }
  return given;
}
