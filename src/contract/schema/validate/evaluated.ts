import { createRequire } from 'node:module';
import { _, Name, str, type CodeKeywordDefinition, type KeywordCxt } from 'ajv/dist/2020.js';
import { Type } from 'ajv/dist/compile/util.js';
import { listOf, type Json } from '../../../description/json-value.js';
import { subschemas } from '../rewrite/subschemas.js';

const require = createRequire(import.meta.url);
const { default: contains } = require('ajv/dist/vocabularies/applicator/contains') as { default: CodeKeywordDefinition };

/** Ajv's `contains` with a fix: Ajv marks all items as evaluated, but only the matching ones are (2020-12, section 11.2). */
const containsKeyword: CodeKeywordDefinition = {
  ...contains,
  code: (context, ruleType) => {
    const { items } = context.it;
    contains.code(context, ruleType);
    if (items === undefined) delete context.it.items;
    else context.it.items = items;
  },
};

/** Ajv's `unevaluatedItems` with a fix: at run time, Ajv confuses `true` ("all are evaluated") with the number 1. */
const unevaluatedItemsKeyword: CodeKeywordDefinition = {
  keyword: 'unevaluatedItems',
  type: 'array',
  schemaType: ['boolean', 'object'],
  error: { message: ({ params: { from } }) => str`must NOT have more than ${from} items` },
  code: validateUnevaluatedItems,
};

function validateUnevaluatedItems(context: KeywordCxt): void {
  const { gen, data, it } = context;
  const { items = 0 } = it;
  if (items === true) return;
  const length = gen.const('len', _`${data}.length`);
  const from = items instanceof Name ? gen.const('from', _`${items} === true ? ${length} : ${items} || 0`) : items;
  if (context.schema === false) {
    context.setParams({ from });
    context.fail(_`${length} > ${from}`);
  } else {
    const valid = gen.let('valid', true);
    const isItemValid = gen.name('valid');
    gen.forRange('i', from, length, (index) => {
      context.subschema({ keyword: 'unevaluatedItems', dataProp: index, dataPropType: Type.Num }, isItemValid);
      gen.if(_`!${isItemValid}`, () => gen.assign(valid, false));
    });
    context.ok(valid);
  }
  it.items = true;
}

/** Replacements for keywords of Ajv, for schemas with `unevaluatedProperties` or `unevaluatedItems`. */
export const evaluatedKeywords: CodeKeywordDefinition[] = [containsKeyword, unevaluatedItemsKeyword];

/** Whether a rewritten schema has `unevaluatedProperties` or `unevaluatedItems`. */
export function usesUnevaluated(schema: unknown): boolean {
  for (const one of subschemas(schema)) if ('unevaluatedProperties' in one || 'unevaluatedItems' in one) return true;
  return false;
}

/**
 * Rewrites `if`, `then` and `else` as `anyOf`. Ajv marks the properties and items of an `if` as evaluated even if it does not
 * match, and none if neither branch exists.
 */
export function withoutConditions(schema: Json): Json {
  if (!('if' in schema)) return schema;
  const { if: condition, then = true, else: otherwise = true, allOf, ...rest } = schema;
  const alternatives = [{ allOf: [condition, then] }, { allOf: [{ not: condition }, otherwise] }];
  return { ...rest, allOf: [...listOf(allOf), { anyOf: alternatives }] };
}
