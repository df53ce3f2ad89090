import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startBuild } from '../../../src/build/stages/stages.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';

const description = `
openapi: 3.2.0
info: {title: T, version: "1"}
paths:
  x-owner: {team: us, badge: 9007199254740993}
  /a:
    post:
      operationId: a
      requestBody: {content: {application/json: {schema: {$ref: 'https://schemas.example/pet'}}}}
      responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#plain'}}}}}
  /c:
    get:
      operationId: whole
      parameters: [{name: whole, in: querystring, content: {application/x-www-form-urlencoded: {example: {id: 9007199254740993}}}}]
      responses: {'204': {description: It.}}
  /b/{path}:
    parameters:
      - {name: path, in: path, required: true, schema: {type: integer}, example: 9007199254740993}
      - {name: query, in: query, schema: {type: integer}, examples: {one: {value: 9007199254740993}}}
      - {name: list, in: query, schema: {type: array, items: {type: integer}}, example: [9007199254740993]}
      - {name: deep, in: query, style: deepObject, schema: {type: object}, example: {of: {id: 9007199254740993}}}
      - {name: json, in: query, content: {application/json: {example: {id: 9007199254740993}}}}
      - {name: X-Header, in: header, schema: {type: integer, enum: [9007199254740993], example: 9007199254740993}}
      - {name: cookie, in: cookie, schema: {type: integer, default: 9007199254740993}}
    put: &put
      operationId: json
      requestBody: {content: {application/json: {example: {ids: [{id: 9007199254740993}]}}}}
      responses: {'204': {description: It.}}
    post:
      <<: *put
      operationId: form
      requestBody: {content: {application/x-www-form-urlencoded: {example: {id: 9007199254740993, in: {id: 9007199254740993}}}}}
    patch:
      <<: *put
      operationId: parts
      requestBody: {content: {multipart/form-data: {example: {id: 9007199254740993, in: {id: 9007199254740993}}}}}
    delete:
      <<: *put
      operationId: text
      requestBody: {content: {text/plain: {example: 9007199254740993}}}
    options:
      <<: *put
      operationId: textOfJson
      requestBody:
        required: true
        content:
          text/plain: {schema: {contentMediaType: application/json, contentSchema: {required: [id], properties: {id: {const: 9007199254740993}}}}}
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
  for (const name of ['generated/openapi.yaml', 'generated/openapi.json', 'dist/docs/index.md', 'dist/docs/index.html']) {
    expect(text(name)).not.toContain('9007199254740992');
  }
  const samples = [...text('generated/openapi.json').matchAll(/"label": "(.*)",\n *"source": "(.*)"/g)];
  const counts = samples.map(([, label, source = '']) => `${label} ${source.split('9007199254740993').length - 1}`);
  const each = (count: number): string[] =>
    ['Curl', 'HTTPie', 'Python (requests)', 'Node.js'].map((label) => `${label} ${count}`);
  expect(counts).toEqual([0, 1, 8, 9, 9, 8, 8].flatMap(each).filter((_, index) => index !== 17));
  const json = JSON.parse(text('generated/openapi.json')) as { paths: object; components: { schemas: { Pet: object } } };
  expect(json.paths).toMatchObject({ 'x-owner': { team: 'us' } });
  // The pointers of the bundle are relative to its root, not to a schema with an $id.
  expect(json.components.schemas.Pet).not.toHaveProperty('$id');
  expect(text('generated/schema.d.ts')).toContain('at least -9007199254740993, at most 9223372036854775807');
});
