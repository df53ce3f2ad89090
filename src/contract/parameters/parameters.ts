import { bodyKind } from '../../description/media-types.js';
import { once } from '../../description/once-for.js';
import { resolve } from '../../description/references/resolve.js';
import { readPairs, readWhole } from '../../description/parameters/read.js';
import { decodePair, decodePart, type Decode, type SentPair } from '../../description/parameters/sent.js';
import type { Shape } from '../../description/parameters/shape.js';
import { styledParameter } from '../../description/parameters/styled-parameter.js';
import type { Description, MediaType, Parameter, Schema } from '../../description/types.js';
import { headerOf, type Headers } from '../message/headers.js';
import { sentCookies, sentPairs } from './sent-pairs.js';
import { violation, type Violation } from '../message/violation.js';
import { contentReader, type ContentReading } from './content-reader.js';
import { pathReader } from './path-reader.js';
import { messageShape } from './shape.js';

/** A parameter of the operation as found in a request. */
export interface ReadParameter {
  parameter: Parameter;
  /** The place, for violations: `['query', 'id']`. The name of a header is in lower case. */
  path: string[];
  /** Whether the request contains it. An absent parameter is not validated. */
  present: boolean;
  /**
   * The values that its text can represent according to the schema, the likeliest first: with `type: [integer, string]`, the
   * text `1` is a number or a string. The parameter is valid if one of them is. Empty if it is absent or cannot be read.
   */
  readings: unknown[];
  /** Why there is no value: it is required and absent, or cannot be read. Then it is not validated further. */
  violations: Violation[];
}

/** The parts of a request that contain parameters, as sent. */
export interface ParameterSource {
  /** The path, without the query. */
  path: string;
  /** The query with its question mark. Empty if there is none. */
  search: string;
  headers: Headers;
}

/** Reads the parameters of an operation. */
export interface ParameterReader {
  /** A sentence for each style that OpenAPI does not define for the place of a parameter. */
  warnings: string[];
  /** Reads the parameters of a request, in the order of the description. It never throws. */
  read: (source: ParameterSource) => ReadParameter[];
}

/** The styles that OpenAPI defines for each place; the first is the default. */
const stylesIn: Record<Parameter['in'], string[]> = {
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  querystring: [],
  header: ['simple'],
  path: ['simple', 'label', 'matrix'],
  cookie: ['form', 'cookie'],
};

/** The parts of a request, split once for all parameters. */
interface Sent {
  path: Map<string, string> | undefined;
  query: SentPair[];
  cookies: SentPair[];
  search: string;
  headers: Headers;
}

/** Reads one parameter; `undefined` if the request does not contain it. */
type ReadOne = (sent: Sent) => ContentReading | undefined;

/**
 * Prepares a reader for the parameters of an operation (OpenAPI 3.2.0, section 4.12).
 *
 * @param template The path of the operation.
 * @param parameters The parameters of the operation, with resolved references.
 * @param reserved Names in the query or cookies that are not parameters, such as that of an API key.
 */
export function parameterReader(
  description: Description,
  template: string,
  parameters: Parameter[],
  reserved: string[] = [],
): ParameterReader {
  // Prepared on first use: of a large description, few operations are called, and the others should cost nothing.
  const readers = once(() => {
    const prepared = parameters.map((parameter) => ({ parameter, shape: messageShape(description, schemaOf(parameter)) }));
    return prepared.map(({ parameter, shape }) => {
      const others = prepared.filter((one) => one.parameter !== parameter && one.parameter.in === parameter.in);
      const taken = new Set([...reserved, ...others.flatMap((one) => [one.parameter.name, ...one.shape.names])]);
      return { parameter, read: readerOf(description, parameter, shape, (name) => !taken.has(name)) };
    });
  });
  const texts = once(() => pathReader(template));
  const isIn = (place: Parameter['in']): boolean => parameters.some((parameter) => parameter.in === place);
  const read = ({ path, search, headers }: ParameterSource): ReadParameter[] => {
    if (parameters.length === 0) return [];
    const sent: Sent = {
      path: isIn('path') ? texts()(path) : undefined,
      query: isIn('query') ? sentPairs(search) : [],
      cookies: isIn('cookie') ? sentCookies(headers.cookie) : [],
      search,
      headers,
    };
    return readers().map(({ parameter, read: readOne }) => result(parameter, readOne, sent));
  };
  return { warnings: parameters.flatMap(undefinedStyle), read };
}

/** Warns about a style that is not defined for the place. It is read as the default. */
function undefinedStyle({ name, in: place, style, content }: Parameter): string[] {
  const styles = stylesIn[place];
  if (style === undefined || content || styles.includes(style)) return [];
  return [
    `The parameter "${name}" has the style "${style}", which OpenAPI does not define in the ${place}: it is read as ${styles[0]}.`,
  ];
}

/** The reader of one parameter, by its place and its style or media type. */
function readerOf(description: Description, parameter: Parameter, shape: Shape, isFree: (name: string) => boolean): ReadOne {
  const { in: place, name, content, allowEmptyValue } = parameter;
  const [[mediaType, media] = [undefined, {}]] = Object.entries(content ?? {});
  if (mediaType !== undefined) return readContent(description, parameter, mediaType, resolve<MediaType>(description, media));
  const styled = { ...styledParameter(parameter), ...(undefinedStyle(parameter).length > 0 && { style: undefined }) };
  switch (place) {
    case 'query':
      return ({ query }) => {
        // With "allowEmptyValue", an empty parameter is present, but has no value to validate.
        const isUnused = allowEmptyValue && query.some((pair) => pair.name === name && pair.text === '');
        return isUnused ? { values: [] } : readPairs(styled, shape, query, isFree);
      };
    case 'cookie':
      return ({ cookies }) => readPairs(styled, shape, shape.types.has('array') ? cookies : firstOfEach(cookies), isFree);
    case 'path':
    case 'header':
      return (sent) => ifThere(wholeText(parameter, sent), (text) => readWhole(styled, shape, text));
    case 'querystring':
      return () => undefined;
  }
}

function readContent(description: Description, parameter: Parameter, mediaType: string, media: MediaType): ReadOne {
  const { in: place, name } = parameter;
  const read = contentReader(description, mediaType, media, locationOf(parameter));
  const isFormItself = place === 'querystring' && bodyKind(mediaType) === 'form';
  const asItIs = place === 'header' || isFormItself;
  const decode: Decode = asItIs ? (text) => text : place === 'path' || place === 'cookie' ? decodePart : decodePair;
  return (sent) => {
    const pairs = place === 'query' ? sent.query : place === 'cookie' ? sent.cookies : [];
    const text = wholeText(parameter, sent) ?? pairs.find((pair) => pair.name === name)?.text;
    return ifThere(text, (one) => read(decode(one)));
  };
}

function locationOf({ in: place, name }: Parameter): string[] {
  return [place, place === 'header' ? name.toLowerCase() : name];
}

/** The text of a parameter of a path, a header or a whole query. */
function wholeText({ in: place, name }: Parameter, { path, headers, search }: Sent): string | undefined {
  // An empty segment contains no parameter.
  if (place === 'path') return path?.get(name) || undefined;
  if (place === 'header') return headerOf(headers, name)?.trim();
  return place === 'querystring' ? search.slice(1) || undefined : undefined;
}

function ifThere(text: string | undefined, read: (text: string) => ContentReading): ContentReading | undefined {
  return text === undefined ? undefined : read(text);
}

/** Of several cookies with the same name, the first one has the most specific path (RFC 6265, section 5.4). */
function firstOfEach(cookies: SentPair[]): SentPair[] {
  return cookies.filter((pair, index) => cookies.findIndex(({ name }) => name === pair.name) === index);
}

function result(parameter: Parameter, read: ReadOne, sent: Sent): ReadParameter {
  const { in: place, required } = parameter;
  const path = locationOf(parameter);
  try {
    const reading = read(sent);
    const isAbsent = reading === undefined;
    const problem = reading?.problem;
    const violations = [
      ...(isAbsent && (required || place === 'path') ? [violation(path, 'required', 'is required.')] : []),
      ...(problem === undefined ? [] : [violation(path, 'format', problem)]),
      ...(reading?.violations ?? []),
    ];
    return { parameter, path, present: !isAbsent, readings: reading?.values ?? [], violations };
  } catch {
    const broken = violation(path, 'encoding', 'has a broken percent-encoding.');
    return { parameter, path, present: true, readings: [], violations: [broken] };
  }
}

function schemaOf({ schema, content }: Parameter): Schema | undefined {
  return content ? undefined : schema;
}
