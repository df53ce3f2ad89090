import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { renderTypes } from '../../src/build/generate/schema-file.js';
import { createClient } from '../../src/client/index.js';
import { Schemas } from '../../src/contract/schema/schemas.js';
import { bodyKind, documentedMediaType } from '../../src/description/media-types.js';
import { documentedOperations } from '../../src/description/operations.js';
import type { Description } from '../../src/description/types.js';
import { createMock } from '../../src/mock/index.js';
import { sampleRequest } from '../../src/requests/sample-request.js';
import { readCompleteDescription } from '../support/complete-description.js';
import { generatedClient } from '../support/generated-client.js';
import { typeProblems, type TypeProblem } from '../support/type-check.js';
import { publicDescriptions } from './public-descriptions.js';

/**
 * The values that the client returns for mock responses of public descriptions, and the number of responses that violate their
 * schema.
 */
const makers = Object.keys(publicDescriptions);
const values = new Map<string, string[]>();
let invalid = 0;
let project: string;
let problems: TypeProblem[];

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'password-reset-values-'));
  const files: string[] = [];
  for (const [maker, path] of Object.entries(publicDescriptions)) {
    const { description } = await readCompleteDescription(path);
    await mkdir(join(project, maker));
    const statements = await statementsFor(description);
    values.set(maker, statements);
    await writeFile(join(project, maker, 'schema.d.ts'), renderTypes(description));
    await writeFile(join(project, maker, 'program.ts'), `${head}${statements.join('')}`);
    files.push(`${maker}/program.ts`);
  }
  problems = await typeProblems(project, files, { types: [], lib: ['es2022', 'dom'], skipLibCheck: true });
}, 120_000);
afterAll(() => rm(project, { recursive: true, force: true }));

it.each(makers)('each value of %s is of its type', (maker) => {
  const found = problems.filter(({ file }) => file.startsWith(`${maker}/`));
  expect(found.map(({ line, message }) => `${values.get(maker)?.[line - headLines - 1] ?? ''} ${message}`)).toEqual([]);
});

it('nearly all that the mock responds is valid by its schema', () => {
  const valid = [...values.values()].flat().length;
  expect([valid > 200, valid > 5 * invalid], `${valid} valid, ${invalid} not`).toEqual([true, true]);
});

// Prevents that the values count as fresh literals, which must not have properties that the type lacks.
const head = `import type { operations } from './schema.js';
type Loose<T> = { -readonly [Key in keyof T]: Loose<T[Key]> };
const loose = <const T>(value: T): Loose<T> => value as Loose<T>;
`;
const headLines = 3;

async function statementsFor(description: Description): Promise<string[]> {
  const schemas = new Schemas(description);
  const mock = await createMock({ description });
  const statements: string[] = [];
  for (const operation of documentedOperations(description)) {
    const { operationId, method, path, fields, responses } = operation;
    const request = sampleRequest(description, operation);
    if (!request || method === 'HEAD') continue;
    for (const { status, response } of responses.filter((one) => /^[2-5]\d\d$/.test(one.status))) {
      const query = new URLSearchParams(request.query).toString();
      const made = await mock.fetch(`http://mock${request.url.slice(request.server.length)}?${query}`, {
        method,
        headers: [...request.headers, ['prefer', `code=${status}`]],
        ...(request.body && !['GET', 'HEAD'].includes(method) && { body: request.body.text }),
      });
      const mediaType = documentedMediaType(Object.keys(response.content ?? {}), made.headers.get('content-type') ?? '');
      if (mediaType === undefined || bodyKind(mediaType) !== 'json' || made.status !== Number(status)) continue;
      const text = await made.text();
      const pointer = ['', 'paths', path, ...fields, 'responses', status, 'content', mediaType, 'schema']
        .map((token) => token.replaceAll('~', '~0').replaceAll('/', '~1'))
        .join('/');
      const isOpen = !response.content?.[mediaType]?.schema;
      // Some authors write a JSON example as a string that contains JSON. A schema with properties but without a type accepts
      // it.
      const isWrittenTwice = text.startsWith('"{');
      if (isWrittenTwice || (!isOpen && schemas.check(pointer, JSON.parse(text), 'response').length > 0)) {
        invalid += 1;
        continue;
      }
      const value = await received(description, operationId, Number(status), mediaType, text);
      const type = `operations[${JSON.stringify(operationId.replaceAll('#', '/'))}]["responses"][${status}]["content"][${JSON.stringify(mediaType)}]`;
      statements.push(`loose(${JSON.stringify(value)}) satisfies ${type};\n`);
    }
  }
  return statements;
}

/** The value that the client returns for a received body. */
async function received(
  description: Description,
  operationId: string,
  status: number,
  mediaType: string,
  text: string,
): Promise<unknown> {
  const { operations } = generated(description);
  const [, operation] = Object.entries(operations).find(([name, one]) => (one.operationId ?? name) === operationId) ?? [];
  const fetch = (): Promise<Response> => Promise.resolve(new Response(text, { status, headers: { 'content-type': mediaType } }));
  // The request does not matter here.
  const options = { baseUrl: 'http://a.test', fetch, operations: { call: { ...operation, path: '/' } } };
  const { call } = createClient(options as never) as unknown as { call: () => Promise<{ data?: unknown; error?: unknown }> };
  const { data, error } = await call();
  return data ?? error ?? null;
}

const clients = new Map<Description, ReturnType<typeof generatedClient>>();
function generated(description: Description): ReturnType<typeof generatedClient> {
  const known = clients.get(description) ?? generatedClient(description);
  clients.set(description, known);
  return known;
}
