import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startBuild } from '../../../src/build/stages/stages.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';

const description = `
openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  x-owner: {team: us, badge: 9007199254740993}
  /a:
    post:
      operationId: a
      requestBody: {content: {application/json: {schema: {$ref: 'https://schemas.example/pet'}}}}
      responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#plain'}}}}}
components:
  schemas:
    Pet:
      $id: https://schemas.example/pet
      type: object
      properties:
        owner: {$ref: owner}
        name: {$ref: '#/$defs/name'}
        plain: {$ref: '#/components/schemas/Plain'}
        age: {type: integer, minimum: -9007199254740993, maximum: 9223372036854775807, default: 9007199254740995}
        rank: {type: integer, maximum: 9223372036854775808, examples: [9007199254740997]}
      $defs: {name: {type: string, maxLength: 3}}
    Owner: {$id: 'https://schemas.example/owner', type: object, properties: {email: {type: string}}}
    Plain: {$anchor: plain, type: boolean}
`;

it('a build follows names of schemas, and keeps all digits and the extensions among the paths', async (context) => {
  const directory = await temporaryDirectory(context);
  const entry = join(directory, 'openapi.yaml');
  await writeFile(entry, description);
  const { outputs, warnings } = startBuild({ root: directory, out: directory, description: entry }, 'redoc');
  const files = await outputs;
  const text = (name: string): string => Buffer.from(files.get(name) ?? []).toString();
  expect(await warnings).toEqual([]);

  const markdown = text('dist/docs/index.md').replaceAll('`', '');
  expect(markdown).toContain('- owner: object\n- owner.email: string\n- name: string, at most 3 characters\n- plain: boolean');
  const age = 'age: integer, at least -9007199254740993, at most 9223372036854775807, default 9007199254740995';
  expect(markdown).toContain(age);
  expect(markdown).toContain('rank: integer, at most 9223372036854775808\n\n  - Example: 9007199254740997');
  expect(markdown).toContain('Body of 200 OK, application/json\n\nboolean');

  for (const name of ['generated/openapi.yaml', 'generated/openapi.json']) {
    for (const digits of ['-9007199254740993', '9223372036854775807', '9007199254740995', '9007199254740997']) {
      expect(text(name)).toMatch(new RegExp(`\\s${digits},?\\n`));
    }
  }
  const json = JSON.parse(text('generated/openapi.json')) as { paths: object; components: { schemas: { Pet: object } } };
  expect(json.paths).toMatchObject({ 'x-owner': { team: 'us' } });
  // The pointers of the bundle are relative to its root, not to a schema with an $id.
  expect(json.components.schemas.Pet).not.toHaveProperty('$id');
  expect(text('generated/schema.d.ts')).toContain('at least -9007199254740993, at most 9223372036854775807');
});
