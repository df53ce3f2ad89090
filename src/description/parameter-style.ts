import type { Encoding, Parameter } from './types.js';

/** What says how a parameter is written. */
export type StyledParameter = Pick<Parameter, 'name' | 'in' | 'style' | 'explode'> & { content?: unknown };

const defaultStyles: Record<Parameter['in'], string> = { query: 'form', cookie: 'form', path: 'simple', header: 'simple' };

/** What a style puts before a value, and between the parts of one that is exploded, and of one that is not. */
const punctuation: Record<string, { first?: string; exploded?: string; joined: string }> = {
  form: { joined: ',' },
  spaceDelimited: { joined: ' ' },
  pipeDelimited: { joined: '|' },
  simple: { exploded: ',', joined: ',' },
  label: { first: '.', exploded: '.', joined: ',' },
  matrix: { first: ';', exploded: ';', joined: ',' },
};

/**
 * Writes the value of a parameter in the style that its description asks for (OpenAPI 3.1.1, section 4.8.12.6).
 *
 * @param parameter The parameter. One that is documented by its `content` is written as JSON.
 * @param value The value; null and undefined write nothing.
 * @param encode Applied to each name and each part of the value, and not to what stands between. Default: nothing is
 *   encoded.
 * @returns Pairs of a name and a text. Lists and objects may be several pairs in a query and in cookies; in a path and in
 *   a header there is one.
 */
export function parameterPairs(
  parameter: StyledParameter,
  value: unknown,
  encode: (text: string) => string = (text) => text,
): Array<[name: string, text: string]> {
  const { in: place, style = defaultStyles[place], explode = style === 'form', content } = parameter;
  const { first = '', exploded, joined } = punctuation[style] ?? { joined: ',' };
  const name = encode(parameter.name);
  const start = style === 'matrix' ? `${name}=` : '';
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object' || content) return [[name, first + start + encode(plainText(value))]];

  const items = Array.isArray(value) ? value.map((item) => encode(plainText(item))) : undefined;
  const members = Object.entries(value).map(([key, member]): [string, string] => [encode(key), encode(plainText(member))]);
  if (style === 'deepObject' && !items) return members.map(([key, text]) => [`${name}[${key}]`, text]);
  if (!explode) return [[name, first + start + (items ?? members.flat()).join(joined)]];
  if (place === 'query' || place === 'cookie') return items?.map((text) => [name, text]) ?? members;
  const parts = items?.map((text) => start + text) ?? members.map((pair) => pair.join('='));
  return [[name, first + parts.join(exploded)]];
}

/**
 * Writes the fields of a form (OpenAPI 3.1.1, section 4.8.15): lists are repeated and objects are JSON, unless the
 * Encoding Object of a field says otherwise.
 *
 * @param fields The fields; null and undefined are left out.
 * @param encoding The Encoding Objects of the media type, by the name of the field.
 * @returns Pairs of a name and a text, not yet encoded.
 */
export function formPairs(fields: object, encoding: Record<string, Encoding> = {}): Array<[name: string, text: string]> {
  return Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    const { style, explode } = encoding[name] ?? {};
    const isJson = style === undefined && explode === undefined && !Array.isArray(value);
    return parameterPairs(
      { name, in: 'query', ...(style && { style }), ...(explode !== undefined && { explode }), content: isJson },
      value,
    );
  });
}

function plainText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
