import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

export default defineConfig(
  // The script of the page runs in a browser and is checked there, by the tests of the page.
  globalIgnores([
    'dist/',
    'generated/',
    'test/package/consumer/',
    'test/{carriers,readers,runtimes}/programs/',
    'src/build/docs/page/*.js',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/array-type': ['error', { default: 'array-simple', readonly: 'array-simple' }],
      // To take fields out of an object is to name them.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // isolatedDeclarations wants the type of an exported default written out.
      '@typescript-eslint/no-inferrable-types': 'off',
      // noUncheckedIndexedAccess asks at each index; where the code has just proven that it exists, "!" says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // An index signature of specification extensions takes only names that begin with "x-".
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSAsExpression > TSUnknownKeyword.typeAnnotation',
          message: 'Write "const value: unknown = …", or a guard: a cast through unknown asserts what nobody has looked at.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Tests play what others do: reject with a string, promise without waiting.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
);
