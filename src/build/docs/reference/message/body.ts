import { bodyKind } from '../../../../description/media-types.js';
import { headerRows, type PlacedRow } from './parameter.js';
import { isObject, listOf, objectOf } from '../../../../description/json-value.js';
import { writeJson } from '../../../../description/write-json.js';
import { follow, membersOf, textOf, type Fields } from '../read.js';
import type { Reader } from '../reader.js';
import { omittedNames, withoutRequired } from '../schema/rows/omitted.js';
import { isChoice, type Direction, type Row } from '../schema/rows/rows.js';
import { typesOf } from '../schema/type-words.js';
import { valueOf, type Value } from '../schema/value.js';
import { codes, joined, type Words } from '../words.js';

/** The body of a request or response, in one media type, or in several that have the same schema. */
export interface Body {
  mediaTypes: string[];
  value: Value;
  rows: Row[];
  /** The items of a stream (`itemSchema` of OpenAPI 3.2). */
  items: { value: Value; rows: Row[] } | undefined;
  /** How the fields of a form are serialized. */
  encoding: Encoding[];
}

/** How a field of a form is serialized (Encoding Object). */
export interface Encoding {
  /** The name of the field; for parts without a name, `part 1` and so on, or `each item`. */
  name: string;
  words: Words;
  headers: PlacedRow[];
}

/** A stream of which only the items have a schema. */
const stream: Pick<Body, 'value' | 'rows'> = {
  value: { type: 'stream', limits: [], title: '', meaning: '', values: [], details: [] },
  rows: [],
};

/** Lists the bodies of a Request Body Object or Response Object. Media types with the same schema share a body. */
export function bodiesOf(reader: Reader, content: unknown, direction: Direction): Body[] {
  const bodies: Array<Body & { media: Fields }> = [];
  for (const [mediaType, reference] of Object.entries(objectOf(content))) {
    const media = follow(reader.description, reference);
    const same = bodies.find(
      (body) =>
        isSame(reader, body.media, media) &&
        (media.schema !== undefined || typeOf(body.mediaTypes[0] ?? '') === typeOf(mediaType)),
    );
    if (same) same.mediaTypes.push(mediaType);
    else bodies.push({ ...bodyOf(reader, mediaType, media, direction), media });
  }
  return bodies.map(({ media, ...body }) => body);
}

/** The heading of a body: ``Body, `application/json`, required``. */
export function bodyWords(start: string, { mediaTypes }: Body, requirement: string): Words {
  const types = joined(
    mediaTypes.map((one) => codes([one])),
    ' or ',
  );
  return joined([[start], types, requirement === '' ? [] : [requirement]], ', ');
}

function bodyOf(reader: Reader, mediaType: string, media: Fields, direction: Direction): Body {
  const { shapes, rows } = reader;
  const held = (schema: unknown): Pick<Body, 'value' | 'rows'> => {
    const shape = shapes.of(schema);
    const value = valueOf(shapes, withoutRequired(shape, omittedNames(shapes, shape, direction)));
    const all = rows.of(schema, direction);
    // The rows list the same alternatives as the type.
    const isListed = typesOf(shapes, shape).length === 0 && all.some((row) => isChoice(row) && row.name === '');
    const type = isListed ? '' : value.type === 'any' ? typeOf(mediaType) : value.type;
    // The examples of a whole body are in the panel.
    const details = value.details.filter(({ label }) => !label.startsWith('Example'));
    return { value: { ...value, type, details }, rows: all };
  };
  return {
    mediaTypes: [mediaType],
    ...(media.schema === undefined && media.itemSchema !== undefined ? stream : held(media.schema)),
    items: media.itemSchema === undefined ? undefined : held(media.itemSchema),
    encoding: [
      ...membersOf(media.encoding).flatMap(([name, one]) => encodingOf(reader, name, one, direction)),
      ...listOf(media.prefixEncoding).flatMap((one, index) => encodingOf(reader, `part ${index + 1}`, one, direction)),
      ...encodingOf(reader, 'each item', media.itemEncoding, direction),
    ],
  };
}

/** The type of a body about which there is no schema. */
function typeOf(mediaType: string): string {
  const kind = bodyKind(mediaType);
  return kind === 'bytes' ? 'binary data' : kind === 'text' ? 'text' : 'any';
}

function encodingOf(reader: Reader, name: string, value: unknown, direction: Direction): Encoding[] {
  if (!isObject(value)) return [];
  const { contentType, style, explode, allowReserved, headers, encoding, prefixEncoding, itemEncoding } = value;
  const words = joined(
    [
      textOf(contentType) === '' ? [] : ['sent as ', { code: textOf(contentType) }],
      textOf(style) === '' ? [] : ['in the style ', { code: textOf(style) }],
      explode === true ? ['exploded'] : explode === false ? ['not exploded'] : [],
      allowReserved === true ? ['reserved characters are not encoded'] : [],
    ],
    ', ',
  );
  const inner = [
    ...membersOf(encoding).flatMap(([part, one]) => encodingOf(reader, `${name}.${part}`, one, direction)),
    ...listOf(prefixEncoding).flatMap((one, index) => encodingOf(reader, `${name}, part ${index + 1}`, one, direction)),
    ...encodingOf(reader, `${name}, each item`, itemEncoding, direction),
  ];
  return [{ name, words, headers: membersOf(headers).flatMap(([header, one]) => headerRows(reader, header, one)) }, ...inner];
}

/** Whether two media types have the same schema, and nothing else that the docs would show for only one of them. */
function isSame({ shapes }: Reader, one: Fields, other: Fields): boolean {
  const extra = ['encoding', 'prefixEncoding', 'itemEncoding', 'itemSchema'];
  if ([one, other].some((media) => extra.some((name) => name in media))) return false;
  const [first, second] = [one, other].map((media) => shapes.of(media.schema));
  if (first === undefined || second === undefined || one.schema === undefined) return one.schema === other.schema;
  return first.keywords === second.keywords || writeJson(one.schema) === writeJson(other.schema);
}
