import { bodyKind } from '../../description/media-types.js';
import { readPairs, readWhole } from '../../description/parameters/read.js';
import { decodePair, decodePart, type Decode, type SentPair } from '../../description/parameters/sent.js';
import type { Shape } from '../../description/parameters/shape.js';
import { styledParameter } from '../../description/parameters/styled-parameter.js';
import { resolve } from '../../description/references/resolve.js';
import type { Description, MediaType, Parameter } from '../../description/types.js';
import { headerOf, type Headers } from '../message/headers.js';
import { contentReader, type ContentReading } from './content-reader.js';

/** The styles that OpenAPI defines for each place; the first is the default. */
const stylesIn: Record<Exclude<Parameter['in'], 'querystring'>, string[]> = {
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  path: ['simple', 'label', 'matrix'],
  cookie: ['form', 'cookie'],
};

/** The parts of a request, split once for all parameters, if one of them needs it. */
export interface Sent {
  path: () => Map<string, string> | undefined;
  query: () => SentPair[];
  cookies: () => SentPair[];
  search: string;
  headers: Headers;
}

/** Reads one parameter; `undefined` if the request does not contain it. */
export type ReadOne = (sent: Sent) => ContentReading | undefined;

/** Warns about a style that is not defined for the place. It is read as the default. */
export function undefinedStyle({ name, in: place, style, content }: Parameter): string[] {
  if (style === undefined || content || place === 'querystring') return [];
  const styles = stylesIn[place];
  if (styles.includes(style)) return [];
  return [
    `The parameter "${name}" has the style "${style}", which OpenAPI does not define in the ${place}: it is read as ${styles[0]}.`,
  ];
}

/** The reader of one parameter, by its place and its style or media type. */
export function readerOf(
  description: Description,
  parameter: Parameter,
  shape: Shape,
  isFree: (name: string) => boolean,
): ReadOne {
  const { in: place, name, content, allowEmptyValue } = parameter;
  const [only] = Object.entries(content ?? {});
  if (only) return readContent(description, parameter, only[0], resolve<MediaType>(description, only[1]));
  const styled = { ...styledParameter(parameter), ...(undefinedStyle(parameter).length > 0 && { style: undefined }) };
  switch (place) {
    case 'query':
      return ({ query }) => {
        // With "allowEmptyValue", an empty parameter is present, but has no value to validate.
        const isUnused = allowEmptyValue && query().some((pair) => pair.name === name && pair.text === '');
        return isUnused ? { values: [] } : readPairs(styled, shape, query(), isFree);
      };
    case 'cookie':
      return ({ cookies }) => readPairs(styled, shape, shape.types.has('array') ? cookies() : firstOfEach(cookies()), isFree);
    default:
      return (sent) => ifThere(wholeText(parameter, sent), (text) => readWhole(styled, shape, text));
  }
}

function readContent(description: Description, parameter: Parameter, mediaType: string, media: MediaType): ReadOne {
  const { in: place, name } = parameter;
  const read = contentReader(description, mediaType, media, locationOf(parameter));
  const isFormItself = place === 'querystring' && bodyKind(mediaType) === 'form';
  const asItIs = place === 'header' || isFormItself;
  const decode: Decode = asItIs ? (text) => text : place === 'path' || place === 'cookie' ? decodePart : decodePair;
  return (sent) => {
    const pairs = place === 'query' ? sent.query() : place === 'cookie' ? sent.cookies() : undefined;
    const text = pairs ? pairs.find((pair) => pair.name === name)?.text : wholeText(parameter, sent);
    return ifThere(text, (one) => read(decode(one)));
  };
}

/** The place of a parameter or a credential, for violations. */
export function locationOf({ in: place, name }: Pick<Parameter, 'in' | 'name'>): string[] {
  return [place, place === 'header' ? name.toLowerCase() : name];
}

/** The text of a parameter of a path, a header or a whole query. */
function wholeText({ in: place, name }: Parameter, { path, headers, search }: Sent): string | undefined {
  // An empty segment contains no parameter.
  if (place === 'path') return path()?.get(name) || undefined;
  return place === 'header' ? headerOf(headers, name)?.trim() : search.slice(1) || undefined;
}

function ifThere(text: string | undefined, read: (text: string) => ContentReading): ContentReading | undefined {
  return text === undefined ? undefined : read(text);
}

/** Of several cookies with the same name, the first one has the most specific path (RFC 6265, section 5.4). */
function firstOfEach(cookies: SentPair[]): SentPair[] {
  return cookies.filter((pair, index) => cookies.findIndex(({ name }) => name === pair.name) === index);
}
