import { InputError } from '../../command/input-error.js';
import type { QueryValues } from '../../contract/message/request-target.js';

/** The preferences of a client: those of Prism, and `undocumented` and `disconnect`. */
export interface Preferences extends Pick<MakingOptions, 'dynamic' | 'seed'> {
  /** The status code of the response. */
  code?: number;
  /** The name of the response example or of the scenario. */
  example?: string;
  /** Whether `code` may be a status code that the operation does not document. */
  undocumented?: boolean;
  /** Whether the connection breaks in the middle of the response. */
  disconnect?: boolean;
}

/** The options for making responses. A request may override `dynamic` and `seed`. */
export interface MakingOptions {
  /** Whether each body is made at random from its schema, as with `Prefer: dynamic=true`. Default: false. */
  dynamic?: boolean;
  /** The seed for random values: the same seed gives the same values. Default: other values each time. */
  seed?: string;
  /** Whether to ignore examples, and with them the scenarios. Default: false. */
  ignoreExamples?: boolean;
  /** Options of json-schema-faker by name. They override those in the description's `x-json-schema-faker`. */
  generator?: Record<string, unknown>;
}

/** The next response: chosen by its example or status code, or a connection that breaks. */
export type NextResponse = Pick<Preferences, 'code' | 'example' | 'undocumented' | 'disconnect'>;

/** The names of the preferences in a request. */
const names = ['code', 'example', 'dynamic', 'seed', 'undocumented', 'disconnect'] as const;
type Given = Partial<Record<(typeof names)[number], string>>;

/**
 * Reads the preferences of a client from the header `Prefer` (RFC 7240). Without the header, it reads the query parameters
 * `__code`, `__example` and so on, as Prism does.
 *
 * @throws InputError when a preference of the mock has an invalid value.
 */
export function readPreferences(header: string | undefined, query: QueryValues): Preferences {
  if (header === undefined && Object.keys(query).length === 0) return {};
  const { code, example, dynamic, seed, undocumented, disconnect } = header === undefined ? fromQuery(query) : fromHeader(header);
  return {
    ...(code !== undefined && { code: readStatus(code) }),
    ...(example && { example }),
    ...(dynamic !== undefined && { dynamic: readSwitch('dynamic', dynamic) }),
    ...(seed && { seed }),
    ...(undocumented !== undefined && { undocumented: readSwitch('undocumented', undocumented) }),
    ...(disconnect !== undefined && { disconnect: readSwitch('disconnect', disconnect) }),
  };
}

function readStatus(text: string): number {
  const status = Number(text);
  if (!/^\d{3}$/.test(text) || status < 100 || status > 599)
    throw new InputError('Invalid Prefer header: "code" must be a three-digit status, for example "code=404".');
  return status;
}

function readSwitch(name: string, text: string): boolean {
  if (text !== 'true' && text !== 'false')
    throw new InputError(`Invalid Prefer header: "${name}" must be true or false, for example "${name}=true".`);
  return text === 'true';
}

function fromQuery(query: QueryValues): Given {
  const given: Given = {};
  for (const [parameter, value] of Object.entries(query)) {
    const known = names.find((name) => parameter === `__${name}`);
    if (known && typeof value === 'string') given[known] = value;
  }
  return given;
}

function fromHeader(header: string): Given {
  const given: Given = {};
  for (const [, name = '', quoted, plain = ''] of header.matchAll(
    /(?<![\w!#$%&'*+.^`|~-])([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]*))/g,
  )) {
    const known = names.find((one) => one === name.toLowerCase());
    // When a preference occurs several times, the first one counts (RFC 7240, section 2).
    if (known) given[known] ??= quoted?.replaceAll(/\\(.)/g, '$1') ?? plain;
  }
  return given;
}
