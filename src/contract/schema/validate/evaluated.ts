import { createRequire } from 'node:module';
import { _, Name, str, type CodeKeywordDefinition, type KeywordCxt } from 'ajv/dist/2020.js';
import { Type } from 'ajv/dist/compile/util.js';
import { listOf, type Json } from '../../../description/json-value.js';
import { subschemas } from '../rewrite/subschemas.js';

const require = createRequire(import.meta.url);
const { default: contains } = require('ajv/dist/vocabularies/applicator/contains') as { default: CodeKeywordDefinition };

/** `contains` as Ajv has it; Ajv takes all items for evaluated, where those that it accepts are (2020-12, section 11.2). */
const containsKeyword: CodeKeywordDefinition = {
  ...contains,
  code: (context, ruleType) => {
    const { items } = context.it;
    contains.code(context, ruleType);
    if (items === undefined) delete context.it.items;
    else context.it.items = items;
  },
};

/** `unevaluatedItems` as Ajv has it; Ajv takes "all are evaluated" for the number 1 where it learns it while it runs. */
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

/** Keywords that stand in the place of those of Ajv where it is tracked what is evaluated. */
export const evaluatedKeywords: CodeKeywordDefinition[] = [containsKeyword, unevaluatedItemsKeyword];

/** Whether a rewritten schema has `unevaluatedProperties` or `unevaluatedItems`. */
export function usesUnevaluated(schema: unknown): boolean {
  for (const one of subschemas(schema)) if ('unevaluatedProperties' in one || 'unevaluatedItems' in one) return true;
  return false;
}

/**
 * Writes `if`, `then` and `else` as alternatives: of a condition Ajv takes for evaluated what it evaluates also where it
 * does not hold, and nothing where neither branch follows.
 */
export function withoutConditions(schema: Json): Json {
  if (!('if' in schema)) return schema;
  const { if: condition, then = true, else: otherwise = true, allOf, ...rest } = schema;
  const alternatives = [{ allOf: [condition, then] }, { allOf: [{ not: condition }, otherwise] }];
  return { ...rest, allOf: [...listOf(allOf), { anyOf: alternatives }] };
}
