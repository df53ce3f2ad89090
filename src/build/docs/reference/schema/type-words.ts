import { isNumber, isObject, listOf } from '../../../../description/json-value.js';
import { joined, plainText, type Words } from '../words.js';
import { hasExactItems, limits } from './limits.js';
import type { Choice, Shape, Shapes } from './shape/shape.js';
import { allowedWords, constants, listedValues } from './values.js';

/**
 * Writes the type of a schema, with the names of its alternatives. A schema that is inside itself is `the same type` there, and one
 * that is inside another one by its name.
 */
export function typeWords(shapes: Shapes, shape: Shape, within: readonly object[] = []): string {
  const { origin, isNever } = shape;
  if (isNever) return 'no value';
  if (within.includes(origin)) return (origin !== within[0] && shape.name) || 'the same type';
  const inner = [...within, origin];
  const types = typesOf(shapes, shape);
  const names = types.map((type) => (type === 'array' ? listWords(shapes, shape, inner) : type));
  const offered = types.some((type) => type !== 'null') ? '' : alternativeWords(shapes, shape, inner);
  // After several alternatives, "or null" would belong to the last one.
  const all = offered.startsWith('one ') ? [...names, offered] : [offered, ...listsLast(names)];
  return all.filter(Boolean).join(' or ') || 'any';
}

/** Puts lists last: of "list of string or integer" a reader would take both for items. */
function listsLast(words: Iterable<string>): string[] {
  return [...words].sort((one, other) => Number(isList(one)) - Number(isList(other)));
}

const isList = (words: string): boolean => words.startsWith('list ');

/** The types in `type`; without `type`, those that the values or the other keywords imply. */
export function typesOf(shapes: Shapes, shape: Shape): string[] {
  const { keywords } = shape;
  const named = [keywords.get('type')].flat().filter((type): type is string => typeof type === 'string');
  const possible = named.includes('null') && isNullExcluded(shapes, shape) ? named.filter((type) => type !== 'null') : named;
  const types = possible.length > 0 ? possible : impliedTypes(shapes, shape);
  return [...new Set(keywords.get('orNull') === true ? [...types, 'null'] : types)];
}

function impliedTypes(shapes: Shapes, shape: Shape): string[] {
  const { keywords } = shape;
  const values = [...listOf(keywords.get('enum')), ...(keywords.has('const') ? [keywords.get('const')] : [])];
  const texts = constants(shapes, shape)?.map(({ value }): unknown => JSON.parse(value)) ?? [];
  if (values.length + texts.length > 0) return [...new Set([...values, ...texts].map(typeOfValue))];
  const has = (names: string[]): boolean => names.some((name) => keywords.has(name));
  if (has(['properties', 'patternProperties']) || isObject(keywords.get('additionalProperties'))) return ['object'];
  return has(['items', 'prefixItems']) ? ['array'] : [];
}

/** Whether the schema lists its values, without null. */
function isNullExcluded(shapes: Shapes, shape: Shape): boolean {
  if (shape.keywords.has('const')) return shape.keywords.get('const') !== null;
  const values = listedValues(shapes, shape);
  return values.length > 0 && values.every(({ value }) => value !== 'null');
}

function typeOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (isNumber(value)) return Number.isInteger(Number(value)) ? 'integer' : 'number';
  return typeof value;
}

function listWords(shapes: Shapes, { keywords }: Shape, within: readonly object[]): string {
  const first = listOf(keywords.get('prefixItems')).map((one) => typeWords(shapes, shapes.of(one), within));
  // Items that match `contains` count as evaluated, so `unevaluatedItems` does not describe them.
  const items = shapes.of(keywords.get('items') ?? (keywords.has('contains') ? true : keywords.get('unevaluatedItems')));
  const rest = typeWords(shapes, items, within);
  if (first.length === 0) return items.isNever ? 'empty list' : `list of ${rest}`;
  const listed = first.join(', ');
  const count = `${first.length} ${first.length === 1 ? 'item' : 'items'}`;
  if (hasExactItems(keywords)) return `list of exactly ${count} (${listed})`;
  if (items.isNever)
    return keywords.get('minItems') ? `list of at most ${count} (${listed})` : `list of ${count} (${listed}), or fewer`;
  const isOpen = keywords.has('items') || keywords.has('unevaluatedItems');
  return `list of items (${listed}${isOpen ? `, then ${rest}` : ''})`;
}

function alternativeWords(shapes: Shapes, { choices }: Shape, within: readonly object[]): string {
  const choice = choices.find((one): one is Extract<Choice, { alternatives: unknown[] }> => 'alternatives' in one);
  if (!choice || choice.alternatives.length === 0) return '';
  const all = choice.alternatives.map((one) => shapes.of(one));
  if (all.every((one) => isPlain(shapes, one))) {
    return listsLast(new Set(all.map((one) => plainWords(shapes, one, within)))).join(' or ');
  }
  const words = choice.kind === 'oneOf' ? 'one of' : 'one or more of';
  const names = new Set(all.map((one) => one.name || typeWords(shapes, one, within)));
  const [only = ''] = names.size === 1 ? names : [];
  // Alternatives such as `required: [id]` have neither a name nor a type. Their rows say what they are.
  if (only === 'any') return '';
  return all.every(({ name }) => name === '') && only !== '' ? only : `${words}: ${[...names].join(', ')}`;
}

/** Whether a few words say everything about a schema. */
export function isPlain(shapes: Shapes, shape: Shape): boolean {
  const { keywords, choices, isNever } = shape;
  const isScalar = typesOf(shapes, shape).every(
    (type) => type !== 'object' && (type !== 'array' || isListOfPlain(shapes, shape)),
  );
  const says = ['title', 'description', 'enum', 'example', 'examples', 'externalDocs', 'xml', 'contentSchema', 'required'];
  return isNever || (isScalar && choices.length === 0 && !says.some((name) => keywords.has(name)));
}

/** Whether the type of a list says everything about its items. */
function isListOfPlain(shapes: Shapes, { keywords }: Shape): boolean {
  if (keywords.has('prefixItems') || keywords.has('contains')) return false;
  const items = shapes.of(keywords.get('items'));
  const isList = typesOf(shapes, items).includes('array');
  return !isList && isPlain(shapes, items) && limits(items, () => []).length === 0;
}

function plainWords(shapes: Shapes, shape: Shape, within: readonly object[]): string {
  const said = limits(shape, (schema) => [typeWords(shapes, shapes.of(schema))]).map(plainText);
  const type = typeWords(shapes, shape, within);
  return said.length > 0 ? `${type} (${said.join(', ')})` : type;
}

/** Writes the type and limits of a schema on one line: `string, at most 3 characters`. */
export function shortWords(shapes: Shapes, schema: unknown, isOfNames: boolean): Words {
  const shape = shapes.of(schema);
  const type = isOfNames ? [] : [typeWords(shapes, shape)];
  return joined(
    [type, ...allowedWords(listedValues(shapes, shape)), ...limits(shape, (inner) => [typeWords(shapes, shapes.of(inner))])],
    ', ',
  );
}
