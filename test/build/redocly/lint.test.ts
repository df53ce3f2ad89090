import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lintConfig, lintDescription } from '../../../src/build/redocly/lint.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';

const pets = (mapped: string): object => ({
  Cat: { type: 'object', properties: { kind: { type: 'string' } } },
  Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: 'kind', mapping: { cat: mapped } } },
});
const media = { '200': { description: 'OK', content: { 'application/json': { $ref: '#/components/mediaTypes/Pet' } } } };
const cookie = [{ name: 'a', in: 'cookie', style: 'cookie', schema: { type: 'string' } }];
const mediaTypes = { Pet: { schema: { type: 'object' }, example: {} } };

it.each<[what: string, openapi: string, operation: object, components: object, rules: string[]]>([
  ['a mapping to the name of a schema', '3.0.3', {}, { schemas: pets('Cat') }, []],
  ['a mapping to the name of no schema', '3.1.0', {}, { schemas: pets('Dog') }, ['no-unresolved-refs']],
  [
    'a mapping to a reference that leads nowhere',
    '3.1.0',
    {},
    { schemas: pets('#/components/schemas/Dog') },
    ['no-unresolved-refs'],
  ],
  ['a reference to a media type', '3.2.0', { responses: media }, { mediaTypes }, []],
  ['a broken media type', '3.2.0', {}, { mediaTypes: { Pet: { schemas: {} } } }, ['struct']],
  [
    'a reference to a media type before OpenAPI 3.2',
    '3.1.0',
    { responses: media },
    { mediaTypes },
    ['spec-strict-refs', 'struct'],
  ],
  ['the style cookie', '3.2.0', { parameters: cookie }, {}, []],
  ['the style cookie before OpenAPI 3.2', '3.1.0', { parameters: cookie }, {}, ['struct']],
])('reports of %s in %s what the specification forbids', async (_, openapi, operation, components, rules) => {
  const path = join(await temporaryDirectory({ onTestFinished }), 'openapi.json');
  const get = { operationId: 'a', responses: { '204': { description: 'OK' } }, ...operation };
  await writeFile(path, JSON.stringify({ openapi, info: { title: 'T', version: '1' }, paths: { '/a': { get } }, components }));
  const found = await lintDescription(await lintConfig(path), { root: path, external: false }, '/', false);
  expect([...new Set(found.map((one) => /\[([\w-]+)\]$/.exec(one)?.[1]))].sort()).toEqual(rules);
});
