import { decodePair, decodePart, type Decode, type Reading, type SentPair } from './sent.js';
import { readJoined, readRepeated, sentTwice, withValues } from './read-composed.js';
import { isWithin, readDeepObject } from './read-deep-object.js';
import { listValues, objectValues, plainValues } from './read-text.js';
import type { Shape } from './shape.js';
import type { StyledParameter } from './write.js';

/**
 * Reads a parameter of a query, a form or cookies. It reverses `parameterPairs`.
 *
 * @param pairs All pairs of the message.
 * @param isFree Whether a name belongs to no other parameter. Such a name may be a member that the schema does not list.
 * @param decode Default: by place and style.
 * @returns `undefined` if the message does not contain the parameter.
 * @throws URIError where the text cannot be decoded.
 */
export function readPairs(
  { name, in: place, style = 'form', explode = style === 'form' || style === 'cookie' }: StyledParameter,
  shape: Shape,
  pairs: SentPair[],
  isFree: (name: string) => boolean,
  decode: Decode = style === 'cookie' ? (text) => text : place === 'cookie' ? decodePart : decodePair,
): Reading | undefined {
  if (style === 'deepObject') {
    return readDeepObject(
      name,
      shape,
      pairs.filter((pair) => isFree(pair.name)),
      decode,
    );
  }
  if (place === 'cookie' && explode && (shape.types.has('array') || shape.types.has('object'))) {
    const members = pairs.flatMap((pair) => withinCookie(pair, decode));
    return readPairs({ name, in: 'query', style, explode }, shape, members, isFree, decode);
  }
  const own = pairs.filter((pair) => pair.name === name).map(({ text }) => text);
  if (!explode)
    return own.length === 0 ? undefined : own.length > 1 ? sentTwice(own) : readJoined(style, shape, own[0] ?? '', decode);

  const members = pairs.filter((pair) => isMember(shape, pair.name, isFree));
  if (members.length > 0) {
    return {
      values: objectValues(
        shape,
        members.map((pair) => [pair.name, decode(pair.text)]),
      ),
    };
  }
  return own.length === 0 ? undefined : readRepeated(shape, own.map(decode));
}

/**
 * Reads a parameter of a path or a header, or a header of a response. It reverses `parameterPairs` for the styles `simple`,
 * `label` and `matrix`.
 *
 * @param text The text as sent.
 * @throws URIError where the text cannot be decoded.
 */
export function readWhole(
  { name, in: place, style = 'simple', explode = false }: StyledParameter,
  shape: Shape,
  text: string,
): Reading {
  // A header has no percent-encoding, and blanks around its parts are not significant (RFC 9110, section 5.6.1).
  const decode: Decode = place === 'header' ? (part) => part.trim() : decodePart;
  const first = style === 'label' ? '.' : style === 'matrix' ? ';' : '';
  if (!text.startsWith(first)) return { values: [], problem: `must begin with "${first}".` };
  const isHeaderList = place === 'header' && shape.types.has('array');
  const bare = isHeaderList ? withoutEmptyElements(text) : text.slice(first.length);
  if (isHeaderList && bare === '') return { values: [[], ...plainValues(shape, '')] };
  if (style === 'matrix') return readMatrix({ name, explode }, shape, bare);
  if (!explode) return readJoined(style, shape, bare, decode);
  const parts = bare.split(first || ',');
  const pairs = parts.map((part) => pairOf(part, decode));
  const canBeObject = shape.types.has('object') && parts.every((part) => part.includes('='));
  const lists = shape.types.has('array') ? listValues(shape, parts.map(decode)) : [];
  const plain = plainValues(shape, decode(bare));
  const composed = [...(canBeObject ? objectValues(shape, pairs) : []), ...lists];
  return withValues(shape, decode(bare), parts.length > 1 ? [...composed, ...plain] : [...plain, ...composed]);
}

/** Removes empty elements of a list in a header. They do not count (RFC 9110, section 5.6.1.2). */
function withoutEmptyElements(text: string): string {
  return text
    .split(',')
    .filter((element) => element.trim() !== '')
    .join(',');
}

/** Whether `readPairs` reads a pair of this name as a part of the parameter. */
export function isPartOf(
  { name, style = 'form', explode = style === 'form' }: StyledParameter,
  shape: Shape,
  sent: string,
  isFree: (name: string) => boolean,
): boolean {
  if (style === 'deepObject') return isWithin(name, sent);
  return sent === name || (explode && isMember(shape, sent, isFree));
}

/** Whether a name may be a member of an exploded object, whose members are separate pairs. */
function isMember({ types, names, isOpen }: Shape, name: string, isFree: (name: string) => boolean): boolean {
  return types.has('object') && (names.has(name) || (isOpen && isFree(name)));
}

/** By RFC 6570, all members of an exploded object are one cookie, separated by `&`. This splits such a cookie. */
function withinCookie({ name, text }: SentPair, decode: Decode): SentPair[] {
  const [first = '', ...others] = text.split('&');
  if (!others.every((other) => other.includes('='))) return [{ name, text }];
  const pairs = others.map((other): SentPair => {
    const end = other.indexOf('=');
    return { name: decode(other.slice(0, end)), text: other.slice(end + 1) };
  });
  return [{ name, text: first }, ...pairs];
}

function readMatrix({ name, explode }: { name: string; explode: boolean }, shape: Shape, bare: string): Reading {
  const parts = bare.split(';');
  const pairs = parts.map((part) => pairOf(part, decodePart));
  const isNamed = pairs.every(([key]) => key === name);
  if (explode && shape.types.has('object') && !isNamed) return { values: objectValues(shape, pairs) };
  if (!isNamed) return { values: [], problem: `must begin with ";${name}=".` };
  const texts = pairs.map(([, text]) => text);
  if (explode || parts.length > 1) return readRepeated(shape, texts);
  return readJoined('matrix', shape, bare.slice(bare.search(/=|$/) + 1), decodePart);
}

function pairOf(part: string, decode: Decode): [name: string, text: string] {
  const end = part.search(/=|$/);
  return [decode(part.slice(0, end)), decode(part.slice(end + 1))];
}
