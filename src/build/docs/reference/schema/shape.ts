import type { Description } from '../../../../description/types.js';
import { unescapeToken } from '../../../../description/pointer.js';
import { isObject, listOf, objectOf } from '../../../../description/json-value.js';
import { targetOf, textOf, type Fields } from '../read.js';
import { addKeywords } from './combine.js';

/** A schema as a reader needs it: references followed, what stands beside them and the parts of `allOf` put together. */
export interface Shape {
  /** Each keyword once, but for those that hold alternatives. */
  keywords: ReadonlyMap<string, unknown>;
  choices: Choice[];
  /** The schema that the fields come from: shapes with the same one have the same fields. */
  origin: object;
  /** Its title, or the name that it is referred to by; empty where it has none. */
  name: string;
  /** Whether no value is valid. */
  isNever: boolean;
}

/** Schemas of which one, some or none applies. */
export type Choice =
  | { kind: 'oneOf' | 'anyOf'; alternatives: unknown[]; discriminator: Fields | undefined }
  | { kind: 'not'; schema: unknown }
  | { kind: 'if'; condition: unknown; then: unknown; else: unknown };

/** Makes shapes of the schemas of a description, of each schema once. */
export class Shapes {
  readonly #known = new WeakMap<object, Shape>();

  constructor(readonly description: Description) {}

  of(schema: unknown): Shape {
    if (schema === false) return { ...anything, isNever: true };
    if (!isObject(schema)) return anything;
    const known = this.#known.get(schema) ?? this.#make(schema);
    this.#known.set(schema, known);
    return known;
  }

  #make(schema: Fields): Shape {
    const target = onlyReference(schema);
    // A reference and its target are one shape, so that what is listed once is known again.
    if (target !== undefined) {
      const found = targetOf(this.description, target);
      const isLoop = onlyReference(found) !== undefined;
      const shape = this.of(found);
      return isLoop ? anything : { ...shape, name: textOf(found.title) || nameOf(target) || shape.name };
    }
    const parts: Part[] = [];
    this.#collect(schema, parts, new Set());
    const keywords = new Map<string, unknown>();
    const choices: Choice[] = [];
    for (const { own, source } of parts) {
      addKeywords(
        keywords,
        own.filter(([name]) => !choiceKeywords.has(name)),
      );
      choices.push(...choicesOf(source, new Set(own.map(([name]) => name))));
    }
    const structural = parts.filter(({ own }) => own.some(([name]) => structure.has(name)));
    const [only, ...others] = structural;
    // What extends a schema with a discriminator is one of its alternatives, and has none of its own.
    const offered = choices.filter((choice) => others.length === 0 || choice.kind !== 'oneOf' || choice.alternatives.length > 0);
    return {
      keywords,
      choices: offered,
      origin: others.length === 0 && only ? only.source : schema,
      name: textOf(keywords.get('title')) || nameOf(textOf(schema.$ref) || textOf(objectOf(onlyOf(schema.allOf)).$ref)),
      isNever: choices.some((choice) => choice.kind === 'not' && isAnything(choice.schema)),
    };
  }

  /** Collects the schema itself, then what it refers to, then its parts: what stands nearer to the reader stands first. */
  #collect(schema: unknown, parts: Part[], within: Set<object>): void {
    if (schema === false) parts.push({ source: { not: {} }, own: [['not', {}]] });
    if (!isObject(schema) || within.has(schema)) return;
    const inner = new Set([...within, schema]);
    const { $ref, allOf } = schema;
    const single = this.#withoutNull(schema);
    const own = Object.entries(schema).filter(([name]) => name !== '$ref' && name !== 'allOf' && name !== single?.keyword);
    parts.push({ source: schema, own: single?.isNullable ? [...own, ['nullable', true]] : own });
    if (typeof $ref === 'string') this.#collect(targetOf(this.description, $ref), parts, inner);
    for (const part of listOf(allOf)) this.#collect(part, parts, inner);
    if (single) this.#collect(single.schema, parts, inner);
  }

  /** One alternative alone is no choice, and one beside null is a value that may be null. */
  #withoutNull(schema: Fields): { keyword: string; schema: unknown; isNullable: boolean } | undefined {
    for (const keyword of ['oneOf', 'anyOf']) {
      const all = listOf(schema[keyword]);
      const rest = all.filter((one) => !isNull(one));
      if (rest.length === 1) return { keyword, schema: rest[0], isNullable: rest.length < all.length };
    }
    return undefined;
  }
}

/** A schema that is part of a shape, and the keywords that it adds. */
interface Part {
  source: Fields;
  own: Array<[string, unknown]>;
}

const anything: Shape = { keywords: new Map(), choices: [], origin: {}, name: '', isNever: false };

const choiceKeywords = new Set(['oneOf', 'anyOf', 'not', 'if', 'then', 'else', 'discriminator']);

/** The keywords that give a schema fields of its own. */
const structure = new Set([
  ...['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties', 'items', 'prefixItems', 'contains'],
  ...['oneOf', 'anyOf', 'not', 'if', 'contentSchema', 'dependentSchemas', 'required', 'discriminator'],
]);

function choicesOf(schema: Fields, own: ReadonlySet<string>): Choice[] {
  const discriminator = isObject(schema.discriminator) ? schema.discriminator : undefined;
  const choices: Choice[] = [];
  for (const kind of ['oneOf', 'anyOf'] as const) {
    const alternatives = listOf(schema[kind]);
    if (own.has(kind) && alternatives.length > 0) choices.push({ kind, alternatives, discriminator });
  }
  if (discriminator && choices.length === 0) choices.push({ kind: 'oneOf', alternatives: [], discriminator });
  if ('not' in schema) choices.push({ kind: 'not', schema: schema.not });
  const { if: condition, then, else: otherwise } = schema;
  if (condition !== undefined) choices.push({ kind: 'if', condition, then, else: otherwise });
  return choices;
}

function onlyOf(list: unknown): unknown {
  const [first, ...others] = listOf(list);
  return others.length === 0 ? first : undefined;
}

function onlyReference(schema: Fields): string | undefined {
  return typeof schema.$ref === 'string' && Object.keys(schema).length === 1 ? schema.$ref : undefined;
}

/** The name of a schema that a reference leads to, where it has one of its own. */
export function nameOf($ref: string): string {
  const [, token] = /\/(?:schemas|\$defs|definitions)\/([^/]+)$/.exec($ref) ?? [];
  if (token === undefined) return '';
  try {
    return unescapeToken(decodeURIComponent(token));
  } catch {
    return token;
  }
}

function isNull(schema: unknown): boolean {
  const { type, const: only, enum: values } = objectOf(schema);
  return type === 'null' || only === null || (Array.isArray(values) && values.length > 0 && values.every((one) => one === null));
}

function isAnything(schema: unknown): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}
