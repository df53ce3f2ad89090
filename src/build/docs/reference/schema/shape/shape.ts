import type { Description } from '../../../../../description/types.js';
import { isObject, listOf, objectOf } from '../../../../../description/json-value.js';
import { writeJson } from '../../../../../description/write-json.js';
import { textOf, type Fields } from '../../read.js';
import { nameOf, onlyReference, referenceOf, Targets } from './target.js';
import { addKeywords } from './combine.js';
import { normalized } from './normalize.js';

/** A schema as readers need it: with resolved references, and with the parts of its `allOf` merged into one. */
export interface Shape {
  /** The merged keywords, except those with alternatives. `orNull` stands for an alternative that is only null. */
  keywords: ReadonlyMap<string, unknown>;
  choices: Choice[];
  /** The schema that the fields come from. Shapes with the same origin have the same fields. */
  origin: object;
  /** Its title, or the name of the component; empty when it has neither. */
  name: string;
  /** Whether no value is valid. */
  isNever: boolean;
}

/** Schemas of which one, several or none must apply. */
export type Choice =
  | { kind: 'oneOf' | 'anyOf'; alternatives: unknown[]; discriminator: Fields | undefined }
  | { kind: 'not'; schema: unknown }
  | { kind: 'if'; condition: unknown; then: unknown; else: unknown };

/** Makes the shapes of a description's schemas, one for each schema. */
export class Shapes {
  readonly #known = new WeakMap<object, Shape>();
  readonly #targets: Targets;

  constructor(readonly description: Description) {
    this.#targets = new Targets(description);
  }

  of(schema: unknown): Shape {
    if (schema === false) return { ...anything, isNever: true };
    if (!isObject(schema)) return anything;
    const known = this.#known.get(schema) ?? this.#make(schema);
    this.#known.set(schema, known);
    return known;
  }

  #make(schema: Fields): Shape {
    const target = onlyReference(schema);
    // A reference and its target have the same origin, so that fields which are already listed are recognized.
    if (target !== undefined) {
      const found = this.#targets.of(target);
      const isLoop = onlyReference(found) !== undefined;
      const shape = this.of(found);
      return isLoop ? anything : { ...shape, name: textOf(found.title) || nameOf(target) || shape.name };
    }
    const parts: Part[] = [];
    this.#collect(schema, parts, new Set(), false);
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
    // A schema that extends a schema with a discriminator is one of the alternatives. So it does not list alternatives itself.
    const offered = choices.filter((choice) => others.length === 0 || choice.kind !== 'oneOf' || choice.alternatives.length > 0);
    return {
      keywords,
      choices: offered,
      origin: others.length === 0 && only ? only.source : schema,
      name: textOf(keywords.get('title')) || nameOf(textOf(schema.$ref) || textOf(objectOf(onlyOf(schema.allOf)).$ref)),
      isNever: choices.some((choice) => choice.kind === 'not' && isAnything(choice.schema)) || isContradiction(keywords, parts),
    };
  }

  /** Collects the schema itself, the target of its reference, and the parts of its `allOf`. Earlier parts take precedence. */
  #collect(schema: unknown, parts: Part[], within: Set<object>, isDescribed: boolean): void {
    if (schema === false) parts.push({ source: { not: {} }, own: [['not', {}]] });
    if (!isObject(schema) || within.has(schema)) return;
    const inner = new Set([...within, schema]);
    const single = this.#withoutNull(schema);
    const elsewhere = ['$ref', '$dynamicRef', 'allOf', single?.keyword, ...(isDescribed ? ['description'] : [])];
    const own = Object.entries(normalized(schema)).filter(([name]) => !elsewhere.includes(name) && this.#applies(name, schema));
    parts.push({ source: schema, own: single?.isNullable ? [...own, ['orNull', true]] : own });
    const target = referenceOf(schema);
    const all = [
      ...(target === undefined ? [] : [this.#targets.of(target)]),
      ...listOf(schema.allOf),
      ...(single ? [single.schema] : []),
    ];
    for (const part of all) this.#collect(part, parts, inner, isDescribed || textOf(schema.description) !== '');
  }

  /** In OpenAPI 3.0 a reference stands alone (3.0.3, Reference Object). What is only text beside it is still worth reading. */
  #applies(name: string, { $ref }: Fields): boolean {
    const isAlone = typeof $ref === 'string' && this.description.openapi.startsWith('3.0');
    return !isAlone || textual.has(name) || name.startsWith('x-');
  }

  /** A single alternative is not a choice. A single alternative beside null is a value that may be null. */
  #withoutNull(schema: Fields): { keyword: string; schema: unknown; isNullable: boolean } | undefined {
    for (const keyword of ['oneOf', 'anyOf']) {
      const all = listOf(schema[keyword]);
      const rest = all.filter((one) => !isNull(one));
      // Beside null, a constant is one of two values.
      const isConstant = 'const' in objectOf(rest[0]) && rest.length < all.length;
      if (rest.length === 1 && !isConstant) return { keyword, schema: rest[0], isNullable: rest.length < all.length };
    }
    return undefined;
  }
}

/** A schema that is a part of a shape, and the keywords that it adds. */
interface Part {
  source: Fields;
  own: Array<[string, unknown]>;
}

const anything: Shape = { keywords: new Map(), choices: [], origin: {}, name: '', isNever: false };

const choiceKeywords = new Set(['oneOf', 'anyOf', 'not', 'if', 'then', 'else', 'discriminator']);

/** The keywords that limit no value. */
const textual = new Set(['title', 'description', 'deprecated', 'example', 'examples', 'externalDocs']);

/** The keywords that give a schema its own fields. */
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

/** Whether the parts of a schema contradict each other: no common type, no common enum value, or two constants. */
function isContradiction(keywords: ReadonlyMap<string, unknown>, parts: Part[]): boolean {
  const constants = parts.flatMap(({ source }) => ('const' in source ? [writeJson(source.const)] : []));
  const values = keywords.get('enum');
  const isEmpty = ['type', 'enum'].some((name) => Array.isArray(keywords.get(name)) && listOf(keywords.get(name)).length === 0);
  const isListed = !Array.isArray(values) || constants.every((one) => values.some((value) => writeJson(value) === one));
  return isEmpty || !isListed || new Set(constants).size > 1;
}

function isNull(schema: unknown): boolean {
  const { type, const: only, enum: values } = objectOf(schema);
  return type === 'null' || only === null || (Array.isArray(values) && values.length > 0 && values.every((one) => one === null));
}

function isAnything(schema: unknown): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}
