import { parameterPairs, type StyledParameter } from '../../../../description/parameters/write.js';
import { examplesOf, serializedBeside, type Example } from './example.js';
import { objectOf } from '../../../../description/json-value.js';
import { writeJson } from '../../../../description/write-json.js';
import { follow, textOf, type Fields } from '../read.js';
import type { Reader } from '../reader.js';
import { isChoice, type Field, type Row } from '../schema/rows/rows.js';
import { madeUp } from './made-up.js';
import type { Shape } from '../schema/shape/shape.js';
import { typesOf } from '../schema/type-words.js';
import { exampleText, longestExample, valueOf } from '../schema/value.js';
import { detail, joined, type Detail, type Words } from '../words.js';

/** A row for a parameter of a request, or for a header of a response. */
export type PlacedRow = Row & {
  /** `header`, `query`, `path`, `cookie` or `querystring`. */
  in: string;
};

/**
 * Lists a parameter, followed by the fields of its value.
 *
 * @param reference The Parameter Object or a reference to it.
 * @param scenarios The names of examples to leave out, because they are among the mock examples.
 */
export function parameterRows(reader: Reader, reference: unknown, scenarios: ReadonlySet<string>): PlacedRow[] {
  const parameter = follow(reader.description, reference);
  return valueRows(reader, { ...parameter, name: textOf(parameter.name) }, textOf(parameter.in), scenarios, 'request');
}

/** Lists a header of a response or of a part of a form, in the same way as a parameter. */
export function headerRows(reader: Reader, name: string, reference: unknown): PlacedRow[] {
  return valueRows(reader, { ...follow(reader.description, reference), name }, 'header', new Set(), 'response');
}

function valueRows(
  reader: Reader,
  holder: Fields & { name: string },
  place: string,
  scenarios: ReadonlySet<string>,
  direction: 'request' | 'response',
): PlacedRow[] {
  const { shapes, rows } = reader;
  const { name } = holder;
  const [[mediaType, media] = ['', undefined]] = Object.entries(objectOf(holder.content));
  const schema = media === undefined ? holder.schema : objectOf(media).schema;
  const shape = shapes.of(schema);
  const value = valueOf(shapes, shape, name);
  const examples = examplesOf(shapes, media === undefined ? holder : { ...objectOf(media) });
  const written = writtenAs(reader, holder, place, shape, mediaType, examples);
  const isWritten = written.length > 0 && mediaType === '';
  const field: Field = {
    ...value,
    name,
    requirement: holder.required === true ? 'required' : '',
    limits: [...value.limits, ...marks(holder, value.limits)],
    meaning: textOf(holder.description) || value.meaning,
    details: [
      ...written,
      ...exampleDetails(examples.filter((one) => !scenarios.has(one.name) && !(isWritten && isBareObject(one)))),
      ...value.details.filter(({ label }) => !label.startsWith('Example')),
    ],
  };
  const inner = rows.of(schema, direction).map((row) => ({ ...row, name: wayTo(name, row), in: place }));
  return [{ ...field, in: place }, ...inner];
}

/** The full name of a field: `range.from` for the field `from` of the parameter `range`. */
function wayTo(name: string, row: Row): string {
  return row.name.startsWith('[') || (isChoice(row) && row.name === '') ? name + row.name : `${name}.${row.name}`;
}

function marks({ deprecated, allowEmptyValue, allowReserved }: Fields, said: Words[]): Words[] {
  const isSaid = said.some(([word]) => word === 'deprecated');
  return [
    ...(allowEmptyValue === true ? [['may be empty']] : []),
    ...(allowReserved === true ? [['reserved characters are not encoded']] : []),
    ...(deprecated === true && !isSaid ? [['deprecated']] : []),
  ];
}

/** Shows by an example how an array, an object or a media type is serialized in a request: `range[from]=1&range[to]=2`. */
function writtenAs(
  { shapes }: Reader,
  holder: Fields,
  place: string,
  shape: Shape,
  mediaType: string,
  examples: Example[],
): Detail[] {
  // An example in its serialized form already shows it.
  if (examples.some(({ serialized }) => serialized !== undefined)) return [];
  if (mediaType !== '') return detail('Written as', [{ code: mediaType }]);
  const types = typesOf(shapes, shape);
  // A single value is written unchanged, except in the styles that add a prefix.
  const isPlain = !types.includes('array') && !types.includes('object');
  if (isPlain && !['label', 'matrix'].includes(textOf(holder.style))) return [];
  const given = examples.find(({ value }) => isPlain || (typeof value === 'object' && value !== null))?.value;
  const isShort = given !== undefined && writeJson(given).length <= longestExample;
  const pairs = parameterPairs(styled(holder, place), isShort ? given : madeUp(shapes, shape));
  const isNamed = place === 'query' || place === 'cookie';
  // A query has no spaces.
  const between = place === 'query' ? '%20' : ' ';
  const text = pairs.map(([name, value]) => (isNamed ? `${name}=${value}` : value).replaceAll(' ', between)).join('&');
  return detail('Written as', [{ code: text }]);
}

function styled({ name, style, explode }: Fields, place: string): StyledParameter {
  const places = ['query', 'path', 'cookie'] as const;
  return {
    name: textOf(name),
    in: places.find((one) => one === place) ?? 'header',
    style: textOf(style) || undefined,
    explode: typeof explode === 'boolean' ? explode : undefined,
  };
}

/** Whether an example is only a list or an object, which the form of the parameter shows. */
function isBareObject({ name, summary, description, value }: Example): boolean {
  return [name, summary, description].every((text) => text === '') && typeof value === 'object' && value !== null;
}

function exampleDetails(examples: Example[]): Detail[] {
  return examples.flatMap((example) => {
    const said = [example.summary, example.description, ...serializedBeside(example)].filter(Boolean).join('. ');
    const value = example.serialized ?? (example.value === undefined ? undefined : exampleText(example.value));
    const words: Words[] = [
      value === undefined ? [] : [{ code: value }],
      example.href === undefined ? [] : [{ href: example.href, text: example.href }],
      said === '' ? [] : [{ markdown: said }],
    ];
    return detail(example.name === '' ? 'Example' : `Example ${example.name}`, joined(words, ' '));
  });
}
