import { decodePair, decodePart, type Decode, type Reading, type SentPair } from './sent.js';
import { isWithin, readDeepObject } from './read-deep-object.js';
import { listValues, objectValues, plainValues } from './read-text.js';
import type { Shape } from './shape.js';
import type { StyledParameter } from './write.js';

const unreadable: Reading = { values: [], problem: 'cannot be read in the style that is documented.' };

/**
 * Reads a parameter of a query or a form, or a cookie: what `parameterPairs` writes.
 *
 * @param pairs All pairs of the message.
 * @param isFree Whether a name is that of no other parameter, so that it may be of a member that is not described by name.
 * @param decode Default: as the place and the style have it.
 * @returns `undefined` where the message does not hold the parameter.
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
 * Reads a parameter of a path or a header, or a header of a response: what `parameterPairs` writes in the styles `simple`,
 * `label` and `matrix`.
 *
 * @param text As it was sent.
 * @throws URIError where the text cannot be decoded.
 */
export function readWhole(
  { name, in: place, style = 'simple', explode = false }: StyledParameter,
  shape: Shape,
  text: string,
): Reading {
  // A header is not encoded, and blanks around its parts mean nothing (RFC 9110, section 5.6.1).
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

/** Elements of a list in a header that are empty are none (RFC 9110, section 5.6.1.2). */
function withoutEmptyElements(text: string): string {
  return text
    .split(',')
    .filter((element) => element.trim() !== '')
    .join(',');
}

/** Whether a pair of this name is a part of a parameter, as `readPairs` reads it. */
export function isPartOf(
  { name, style = 'form', explode = style === 'form' }: StyledParameter,
  shape: Shape,
  sent: string,
  isFree: (name: string) => boolean,
): boolean {
  if (style === 'deepObject') return isWithin(name, sent);
  return sent === name || (explode && isMember(shape, sent, isFree));
}

/** Whether a name may be that of a member of an object whose members stand beside each other. */
function isMember({ types, names, isOpen }: Shape, name: string, isFree: (name: string) => boolean): boolean {
  return types.has('object') && (names.has(name) || (isOpen && isFree(name)));
}

/** Where RFC 6570 is followed to the letter, all members are one cookie, with `&` between them. */
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

/** Reads a name that is there once for each item of a list, at least once. */
function readRepeated(shape: Shape, texts: string[]): Reading {
  const [text = ''] = texts;
  const canBeList = shape.types.has('array') || (shape.types.size === 0 && texts.length > 1);
  const lists = canBeList ? listValues(shape, texts) : [];
  if (texts.length === 1) return { values: orText(text, [...plainValues(shape, text), ...lists]) };
  return canBeList ? { values: lists } : sentTwice(texts);
}

/** Reads what is written as one text whose parts have a separator between them. */
function readJoined(style: string, shape: Shape, text: string, decode: Decode): Reading {
  const canBeList = shape.types.has('array');
  const canBeObject = shape.types.has('object');
  const splits = canBeList || canBeObject ? splitsOf(style, text, decode) : [];
  const isFitting = (parts: string[]): boolean => parts.every((part, index) => plainValues(shape.item(index), part).length > 0);
  // Where the separators are encoded as well, the list is of what its items can be.
  const ordered = canBeList ? [...splits.filter(isFitting), ...splits.filter((parts) => !isFitting(parts))] : splits;
  const composed = ordered.flatMap((parts) => [
    ...(canBeObject && parts.length % 2 === 0 ? objectValues(shape, inTwos(parts)) : []),
    ...(canBeList ? listValues(shape, parts) : []),
  ]);
  const plain = plainValues(shape, decode(text));
  const isComposed = (splits[0] ?? []).length > 1;
  return withValues(shape, decode(text), isComposed ? [...composed, ...plain] : [...plain, ...composed]);
}

/** The ways to split a text: as the style has it, then as clients do that encode the separators as well. */
function splitsOf(style: string, text: string, decode: Decode): string[][] {
  if (style === 'spaceDelimited')
    return [
      text
        .replaceAll(/%20|\+/g, ' ')
        .split(' ')
        .map(decode),
    ];
  if (style === 'pipeDelimited') return [text.replaceAll(/%7C/gi, '|').split('|').map(decode)];
  const parts = text.split(',').map(decode);
  if (parts.length > 1) return [parts];
  // The tables of OpenAPI 3.0.0 to 3.1.0 have points in a label, where RFC 6570 has commas.
  const others = style === 'label' ? [decode(text).split(','), text.split('.').map(decode)] : [decode(text).split(',')];
  return [parts, ...others.filter((one) => one.length > 1)];
}

function withValues({ types }: Shape, text: string, values: unknown[]): Reading {
  const isComposedOnly = types.size > 0 && [...types].every((type) => type === 'object' || type === 'array');
  return values.length === 0 && isComposedOnly ? unreadable : { values: orText(text, values) };
}

/** What a text cannot be by its schema is refused as a text. */
function orText(text: string, values: unknown[]): unknown[] {
  return values.length > 0 ? values : [text];
}

function sentTwice(texts: string[]): Reading {
  return { values: [], problem: `is there ${texts.length} times: send it once.` };
}

function pairOf(part: string, decode: Decode): [name: string, text: string] {
  const end = part.search(/=|$/);
  return [decode(part.slice(0, end)), decode(part.slice(end + 1))];
}

function inTwos(parts: string[]): Array<[name: string, text: string]> {
  return parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1] ?? '']] : []));
}
