import { createRequire } from 'node:module';
import { _, type CodeKeywordDefinition } from 'ajv/dist/2020.js';
import { useFunc } from 'ajv/dist/compile/util.js';

const require = createRequire(import.meta.url);
const { default: limitLength } = require('ajv/dist/vocabularies/validation/limitLength') as { default: CodeKeywordDefinition };
const { default: charactersOf } = require('ajv/dist/runtime/ucs2length') as { default: { code: string } };

/**
 * `maxLength` and `minLength`. Ajv counts the characters of each string, which takes most of its time for bodies with many
 * strings. A string has at most as many characters as code units, and at least half as many, so only few strings need to be
 * counted.
 */
export const lengthKeywords: CodeKeywordDefinition = {
  ...limitLength,
  code: (context) => {
    const { keyword, gen, data, schemaCode: limit } = context;
    const characters = _`${useFunc(gen, charactersOf)}(${data})`;
    const isBroken =
      keyword === 'maxLength'
        ? _`${data}.length > ${limit} && ${characters} > ${limit}`
        : _`${data}.length < 2 * ${limit} && ${characters} < ${limit}`;
    context.fail(isBroken);
  },
};
