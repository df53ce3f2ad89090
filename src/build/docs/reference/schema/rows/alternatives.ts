import { isObject, listOf, objectOf } from '../../../../../description/json-value.js';
import { membersOf, textOf } from '../../read.js';
import { joined, listed, type Words } from '../../words.js';
import type { Choice, Shape, Shapes } from '../shape/shape.js';
import { nameOf } from '../shape/target.js';

/** One of several schemas that may apply to a value. */
export interface Alternative {
  schema: unknown;
  /** Its title, the name of its component, or its number; empty when it only requires fields. */
  name: string;
  /** The values of the discriminator for which it applies; empty when there is no discriminator. */
  when: Words;
  /** Whether it only tells whether something else applies. Default: false. */
  isCondition?: boolean;
}

/** Alternatives, and a heading that says how many of them apply. */
export interface Alternatives {
  words: string;
  all: Alternative[];
}

/** Lists the alternatives of a choice, with a heading. */
export function alternativesOf(shapes: Shapes, choice: Choice, shape: Shape): Alternatives {
  switch (choice.kind) {
    case 'not':
      return { words: 'Not allowed', all: [{ ...alternative(shapes, choice.schema), isCondition: true }] };
    case 'if':
      return {
        words: 'Depends on the value',
        all: [
          { schema: choice.condition, name: 'If', when: [], isCondition: true },
          ...(choice.then === undefined ? [] : [{ schema: choice.then, name: 'Then', when: [] }]),
          ...(choice.else === undefined ? [] : [{ schema: choice.else, name: 'Otherwise', when: [] }]),
        ],
      };
    default: {
      const words = choice.kind === 'oneOf' ? 'Exactly one of' : 'One or more of';
      const schemas = choice.alternatives.length > 0 ? choice.alternatives : heirs(shapes, choice.discriminator, shape);
      const all = schemas.map((schema, index) => alternative(shapes, schema, index + 1));
      return { words, all: all.map((one) => ({ ...one, when: whenOf(shapes, one.schema, choice.discriminator) })) };
    }
  }
}

/** The schemas that apply when a certain field is present (`dependentSchemas`). */
export function dependents(shape: Shape): Alternative[] {
  const all = [...membersOf(shape.keywords.get('dependentSchemas')), ...membersOf(shape.keywords.get('dependencies'))];
  return all.flatMap(([name, schema]) =>
    isObject(schema) ? [{ schema, name: '', when: ['with ', { code: name }] satisfies Words }] : [],
  );
}

function alternative(shapes: Shapes, schema: unknown, number?: number): Alternative {
  const { name, keywords } = shapes.of(schema);
  // What such an alternative says, "`id` required", is short enough to be its name.
  const isRequirement = keywords.has('required') && keywords.size === 1;
  return { schema, name: name || (number === undefined || isRequirement ? '' : `Alternative ${number}`), when: [] };
}

/**
 * The values of the discriminator that select a schema: those that the mapping gives it, else those that its own property
 * allows, else the name of the schema.
 */
function whenOf(shapes: Shapes, schema: unknown, discriminator: unknown): Words {
  const { propertyName, mapping, defaultMapping } = objectOf(discriminator);
  if (textOf(propertyName) === '') return [];
  const target = textOf(objectOf(schema).$ref);
  const isTarget = (value: unknown): boolean => value === target || (nameOf(target) !== '' && value === nameOf(target));
  const mapped = membersOf(mapping).filter(([, value]) => isTarget(value));
  const allowed = allowedTexts(shapes, objectOf(shapes.of(schema).keywords.get('properties'))[textOf(propertyName)]);
  const named = allowed.length > 0 ? allowed : [nameOf(target)].filter(Boolean);
  const values = mapped.length > 0 ? mapped.map(([value]) => value) : named;
  const name = { code: textOf(propertyName) };
  const others: Words = isTarget(defaultMapping) ? [name, ' is missing or has any other value'] : [];
  return joined([values.length === 0 ? [] : [name, ' is ', ...listed(values, 'or')], others], ', or ');
}

/** The texts that a schema allows, when it lists them. */
function allowedTexts(shapes: Shapes, schema: unknown): string[] {
  const { keywords } = shapes.of(schema);
  const values = keywords.has('const') ? [keywords.get('const')] : listOf(keywords.get('enum'));
  return values.filter((value) => typeof value === 'string');
}

/** The alternatives of a discriminator without `oneOf` or `anyOf`: the mapped schemas, then all others that extend its schema. */
function heirs({ description }: Shapes, discriminator: unknown, { origin }: Shape): unknown[] {
  const schemas = membersOf(objectOf(description.components).schemas);
  const references = new Map(
    schemas.map(([name]) => [name, `#/components/schemas/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`]),
  );
  const mapped = membersOf(objectOf(discriminator).mapping).map(([, value]) => references.get(textOf(value)) ?? textOf(value));
  const own = schemas.find(([, schema]) => schema === origin)?.[0];
  const heirsOf = new Set([own === undefined ? undefined : references.get(own)]);
  const isHeir = (schema: unknown): boolean =>
    listOf(objectOf(schema).allOf).some((part) => heirsOf.has(textOf(objectOf(part).$ref) || undefined));
  // A schema that extends an heir is an heir, too.
  for (let before = 0; own !== undefined && before < heirsOf.size;) {
    before = heirsOf.size;
    for (const [name, schema] of schemas) if (isHeir(schema)) heirsOf.add(references.get(name));
  }
  const [, ...others] = heirsOf;
  return [...new Set([...mapped, ...others])].map(($ref) => ({ $ref }));
}
