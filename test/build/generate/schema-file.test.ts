import { expect, test } from 'vitest';
import { renderTypes } from '../../../src/build/generate/schema-file.js';
import type { Description } from '../../../src/description/types.js';

const described = (paths: NonNullable<Description['paths']>): Description => ({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths,
});

test('each operation is listed once, in the order of the description', () => {
  const names = Array.from({ length: 30 }, (_, index) => `thing${index}`);
  const text = renderTypes(
    described(Object.fromEntries(names.map((name) => [`/${name}`, { get: { operationId: name, responses: {} } }]))),
  );
  const [, operations = ''] = text.split('export interface operations {');
  expect([...operations.matchAll(/^ {4}(\w+): \{/gm)].map(([, name]) => name)).toEqual(names);
});

test.each([{}, { '/things': { parameters: [] } }])('without operations, as in %j, there is a type for none', (paths) => {
  expect(renderTypes(described(paths))).toContain('export type operations = Record<string, never>;');
});
