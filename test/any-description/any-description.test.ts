import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { build } from '../../src/build/build.js';
import { documentedOperations } from '../../src/description/operations.js';
import type { Description } from '../../src/description/types.js';
import { sampleRequest } from '../../src/requests/sample-request.js';
import { startMock } from '../../src/mock/index.js';
import { root } from '../support/command.js';

const path = (name: string): string => join(root, 'test/any-description', name);

/** Descriptions that differ from the project's own. */
const descriptions = [
  {
    name: 'OpenAPI 3.1 with path parameters, arrays, oneOf, cookies, OAuth, recursion',
    source: () => Promise.resolve(path('library.yaml')),
  },
  { name: 'OpenAPI 3.0 with nullable, and no server', source: () => Promise.resolve(path('notes.yaml')) },
  { name: 'a hundred operations', source: hundredOperations },
];

describe.each(descriptions)('a description of $name', ({ source }) => {
  let directory: string;
  let out: string;
  let description: Description;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'password-reset-test-'));
    out = join(directory, 'out');
    await build({ root, description: await source(directory), out });
    description = JSON.parse(await readFile(join(out, 'generated/openapi.json'), 'utf8')) as Description;
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('becomes a page that has the text of each operation', async () => {
    const page = await readFile(join(out, 'dist/docs/index.html'), 'utf8');
    const markdown = await readFile(join(out, 'dist/docs/index.md'), 'utf8');
    for (const { operationId, path: where } of documentedOperations(description)) {
      expect(page).toContain(`operation/${operationId}`);
      expect(markdown).toContain(where);
    }
  });

  it('is mocked: each operation answers each of its statuses', async () => {
    const mock = await startMock({ port: 0, description: join(out, 'generated/openapi.yaml') });
    const responded: string[] = [];
    const expected: string[] = [];
    for (const operation of documentedOperations(description)) {
      const request = sampleRequest(description, operation);
      if (!request) throw new Error(`${operation.operationId} has no example to send.`);
      for (const { status } of operation.responses.filter((one) => /^\d+$/.test(one.status))) {
        const query = new URLSearchParams(request.query).toString();
        const response = await fetch(`${mock.url}${request.url.slice(request.server.length)}?${query}`, {
          method: operation.method,
          headers: [...request.headers, ['prefer', `code=${status}`]],
          ...(request.body && { body: request.body.text }),
        });
        responded.push(`${operation.operationId} ${response.status}`);
        expected.push(`${operation.operationId} ${status}`);
      }
    }
    await mock.close();
    expect(responded).toEqual(expected);
  });
});

async function hundredOperations(directory: string): Promise<string> {
  const file = join(directory, 'hundred.yaml');
  const paths = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [
      `/things/${index}`,
      {
        get: {
          operationId: `getThing${index}`,
          summary: `Thing ${index}`,
          responses: { 200: { description: 'It' }, 404: { description: 'None' } },
        },
      },
    ]),
  );
  await writeFile(
    file,
    stringify({
      openapi: '3.1.0',
      info: { title: 'Things', version: '1.0.0' },
      servers: [{ url: 'https://things.example' }],
      paths,
    }),
  );
  return file;
}
