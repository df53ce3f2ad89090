import type { Marks } from './marks.js';

/**
 * A property for each kind of value, with all keywords of OpenAPI 3.1 and JSON Schema 2020-12 for it. @param at The place of
 * the schema.
 */
export function wholeSchema(marks: Marks, at: string): object {
  const text = (field: string): string => marks.text(`${at} ${field}`);
  const number = (field: string): number => marks.number(`${at} ${field}`);
  return {
    type: 'object',
    title: text('title'),
    description: text('description'),
    externalDocs: docs(marks, at),
    minProperties: number('minProperties'),
    maxProperties: number('maxProperties'),
    properties: {
      ...marks.named(`${at} properties name`, { type: 'boolean' }),
      words: {
        type: 'string',
        title: text('title of a property'),
        description: text('description of a property'),
        format: text('format'),
        pattern: text('pattern'),
        minLength: number('minLength'),
        maxLength: number('maxLength'),
        default: text('default'),
        example: text('example'),
        examples: [text('examples')],
        contentMediaType: text('contentMediaType'),
        contentEncoding: text('contentEncoding'),
        xml: { name: text('xml.name'), namespace: marks.url(`${at} xml.namespace`), prefix: text('xml.prefix') },
      },
      amount: {
        type: 'number',
        minimum: number('minimum'),
        maximum: number('maximum'),
        multipleOf: number('multipleOf'),
        default: number('default of a number'),
      },
      open: { type: 'number', exclusiveMinimum: number('exclusiveMinimum'), exclusiveMaximum: number('exclusiveMaximum') },
      list: {
        type: 'array',
        minItems: number('minItems'),
        maxItems: number('maxItems'),
        items: { type: 'string', description: text('description of items') },
        contains: { type: 'string', format: text('contains') },
        minContains: number('minContains'),
        maxContains: number('maxContains'),
      },
      pair: { type: 'array', prefixItems: [{ type: 'string', description: text('description of prefixItems') }], items: false },
      one: { type: 'string', const: text('const') },
      several: { type: 'string', enum: [text('enum'), 'other'], 'x-enumDescriptions': { other: text('x-enumDescriptions') } },
      choice: {
        oneOf: [
          { type: 'object', title: text('title of oneOf'), properties: marks.named(`${at} name in oneOf`, { type: 'string' }) },
          { $ref: '#/components/schemas/Other' },
        ],
        discriminator: {
          propertyName: text('discriminator.propertyName'),
          mapping: marks.named(`${at} discriminator.mapping name`, '#/components/schemas/Other'),
        },
      },
      some: {
        anyOf: [
          { type: 'object', title: text('title of anyOf') },
          { type: 'string', description: text('description of anyOf') },
        ],
      },
      none: { not: { type: 'object', title: text('title of not') } },
      all: {
        allOf: [
          { type: 'object', description: text('description of allOf') },
          { minProperties: number('minProperties of allOf') },
        ],
      },
      depending: {
        type: 'object',
        if: { properties: { kind: { const: text('if') } } },
        then: { properties: { than: { description: text('then') } } },
        else: { properties: { or: { description: text('else') } } },
        dependentRequired: { ...marks.named(`${at} dependentRequired name`, [text('dependentRequired')]) },
        dependentSchemas: marks.named(`${at} dependentSchemas name`, {
          properties: { more: { description: text('dependentSchemas') } },
        }),
        propertyNames: { type: 'string', pattern: text('propertyNames') },
      },
      maps: {
        type: 'object',
        patternProperties: marks.named(`${at} patternProperties pattern`, {
          type: 'string',
          description: text('patternProperties'),
        }),
        additionalProperties: { type: 'string', description: text('additionalProperties') },
      },
      held: {
        type: 'string',
        contentMediaType: 'application/json',
        contentSchema: { properties: marks.named(`${at} contentSchema`, {}) },
      },
      rest: { type: 'array', unevaluatedItems: { type: 'string', description: text('unevaluatedItems') } },
      others: { type: 'object', unevaluatedProperties: { type: 'string', description: text('unevaluatedProperties') } },
    },
    $id: marks.url(`${at} $id`),
    $anchor: text('$anchor'),
    $comment: text('$comment'),
  };
}

export function docs(marks: Marks, at: string): object {
  return { url: marks.url(`${at} externalDocs.url`), description: marks.text(`${at} externalDocs.description`) };
}
