import { isDeepStrictEqual } from 'node:util';
import { styledParameter } from '../../description/parameters/styled-parameter.js';
import { parameterPairs } from '../../description/parameters/write.js';
import type { Parameter } from '../../description/types.js';
import type { Headers } from '../message/headers.js';
import type { MockRequest } from '../message/request.js';

/**
 * Whether a request carries a value of a parameter, written as its description says.
 *
 * @param pathTemplate The path of the operation, for its parameters.
 * @returns undefined when the request does not carry the parameter.
 */
export function isCarried(parameter: Parameter, value: unknown, request: MockRequest, pathTemplate: string): boolean | undefined {
  const expected = new Map<string, string[]>();
  for (const [name, text] of parameterPairs(styledParameter(parameter), value))
    expected.set(name, [...(expected.get(name) ?? []), text]);
  const sent = [...expected.keys()].map((name) => sentTexts(parameter.in, name, request, pathTemplate));
  if (sent.every((texts) => texts === undefined)) return undefined;
  return isDeepStrictEqual(
    sent.map((texts) => texts?.map(withoutBlanks)),
    [...expected.values()].map((texts) => texts.map(withoutBlanks)),
  );
}

/** The texts that a request carries for a parameter; `undefined` where it does not carry it. */
export function sentTexts(place: Parameter['in'], name: string, request: MockRequest, template: string): string[] | undefined {
  const { query, headers, path } = request;
  switch (place) {
    case 'query':
      return listOf(Object.hasOwn(query, name) ? query[name] : undefined);
    case 'header':
      return listOf(headers[name.toLowerCase()]);
    case 'cookie':
      return cookies(headers, name);
    case 'querystring':
      return undefined;
    case 'path':
      return listOf(pathParameter(template, path, name));
  }
}

function listOf(texts: string | string[] | undefined): string[] | undefined {
  return texts === undefined ? undefined : [texts].flat();
}

/** Clients differ in whether a blank follows the comma between the items of a list. */
function withoutBlanks(text: string): string {
  return text.replaceAll(/,\s+/g, ',');
}

function cookies({ cookie: header = '' }: Headers, name: string): string[] | undefined {
  const pairs = header.split(';').map((one) => one.trim());
  const texts = pairs.filter((one) => one.startsWith(`${name}=`)).map((one) => decoded(one.slice(name.length + 1)));
  return texts.length > 0 ? texts : undefined;
}

function pathParameter(template: string, path: string, name: string): string | undefined {
  const sent = path.split('/');
  const index = template.split('/').indexOf(`{${name}}`);
  return index < 0 || sent[index] === undefined ? undefined : decoded(sent[index]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
