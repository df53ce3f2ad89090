import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderClientFiles } from '../../src/build/generate/client-files.js';
import { renderTypes } from '../../src/build/generate/schema-file.js';
import { createClient } from '../../src/client/index.js';
import { bodyKind } from '../../src/description/media-types.js';
import type { Description, Operation, Schema } from '../../src/description/types.js';
import { root } from '../support/command.js';
import { generatedClient } from '../support/generated-client.js';
import { typeProblems, type TypeProblem } from '../support/type-check.js';

/** Schemas, each with a value as TypeScript. */
const schemas: Record<string, { schema?: Schema; json: string }> = {
  object: { schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } }, json: '{"name":"a"}' },
  reference: { schema: { $ref: '#/components/schemas/Pet' }, json: '{"name":"a"}' },
  list: { schema: { type: 'array', items: { type: 'integer' } }, json: '[1,2]' },
  integer: { schema: { type: 'integer' }, json: '42' },
  string: { schema: { type: 'string' }, json: '"a"' },
  enum: { schema: { type: 'string', enum: ['a', 'b'] }, json: '"a"' },
  binary: { schema: { type: 'string', format: 'binary' }, json: '"a"' },
  file: {
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
    json: '{"file":"a"}',
  },
  none: { json: 'null' },
};

/** Documented media types, each with the media types that are received for it. Default: the same one. */
const mediaTypes: Record<string, string[]> = Object.fromEntries(
  `application/json|Application/JSON; charset=utf-8|application/problem+json|text/plain|TEXT/Plain; charset=utf-8|text/csv
   text/event-stream|application/xml|image/svg+xml|application/x-ndjson|application/json-seq|application/yaml
   application/x-www-form-urlencoded|multipart/form-data|multipart/mixed|application/octet-stream|image/png`
    .split(/\s*[|\n]\s*/)
    .map((type) => [type, [type]]),
);
Object.assign(mediaTypes, {
  'text/*': ['text/html'],
  'image/*': ['image/png', 'image/svg+xml'],
  'application/*': ['application/json', 'application/xml', 'application/pdf'],
  '*/*': ['application/problem+json', 'text/csv', 'image/png'],
});

const cells = Object.keys(mediaTypes).flatMap((type) => Object.keys(schemas).map((schema) => ({ type, schema })));
const operationId = (type: string, schema: string): string => `${type} ${schema}`;

const description: Description = {
  openapi: '3.1.0',
  info: { title: 'Bodies', version: '1' },
  paths: Object.fromEntries(
    cells.map(({ type, schema }, index): [string, { post: Operation }] => {
      const content = { [type]: { ...(schemas[schema]?.schema && { schema: schemas[schema].schema }) } };
      const responses = { 200: { description: 'Yes', content }, 400: { description: 'No', content } };
      return [`/${index}`, { post: { operationId: operationId(type, schema), requestBody: { content }, responses } }];
    }),
  ),
  components: {
    schemas: { Pet: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } },
  },
};

interface Result {
  data?: unknown;
  error?: unknown;
}
type Methods = Record<string, (init?: object) => Promise<Result>>;

/** The value that the real client returns for a received body. */
async function received(cell: { type: string; schema: string }, arrives: string, status: number): Promise<unknown> {
  const text = bodyKind(arrives) === 'json' ? schemas[cell.schema]?.json : 'a';
  const api = createClient({
    ...generated,
    baseUrl: 'http://a.test',
    fetch: () => Promise.resolve(new Response(text, { status, headers: { 'content-type': arrives } })),
  }) as unknown as Methods;
  const { data, error } = (await api[operationId(cell.type, cell.schema)]?.()) ?? {};
  return data ?? error;
}

/** A value as TypeScript. */
function expression(value: unknown): string {
  if (value instanceof Blob) return '{} as Blob';
  return JSON.stringify(value);
}

/** A statement for a cell, and whether it must compile. */
interface Statement {
  name: string;
  text: string;
  isRight: boolean;
}

const generated = generatedClient(description);
let directory: string;
let statements: Statement[];
let problems: TypeProblem[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'password-reset-bodies-'));
  statements = [...(await responseStatements()), ...requestStatements()];
  const program = `import { createClient } from 'client';
import { description, type Operations } from './operations.js';
const api = createClient<Operations>({ ...description });
type Ok<R> = Extract<R, { status: 200 }> extends { data: infer D } ? D : never;
type No<R> = Extract<R, { status: 400 }> extends { error: infer D } ? D : never;
type Body<Id extends keyof Operations> = Exclude<NonNullable<Parameters<(typeof api)[Id]>[0]>['body'], undefined>;
${cells.map(({ type, schema }, index) => `const r${index} = await api[${JSON.stringify(operationId(type, schema))}]();\n`).join('')}${statements.map(({ text }) => `${text}\n`).join('')}`;
  const files = {
    ...renderClientFiles(description, 'client/generated-imports'),
    'schema.d.ts': renderTypes(description),
    'program.ts': program,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  problems = await typeProblems(directory, Object.keys(files), {
    types: [],
    skipDefaultLibCheck: true,
    paths: { client: [join(root, 'dist/src/client/index.d.ts')], 'client/*': [join(root, 'dist/src/client/*.d.ts')] },
  });
}, 120_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

const linesBefore = 6 + cells.length;
/** The statements of one kind with an unexpected verdict of the compiler. */
function surprises(kind: string): string[] {
  const wrong = new Map(
    problems.filter(({ file }) => file === 'program.ts').map(({ line, message }) => [line - linesBefore - 1, message]),
  );
  return statements.flatMap(({ name, text, isRight }, index) =>
    name.startsWith(kind) && wrong.has(index) === isRight ? [`${name}: ${text} ${wrong.get(index) ?? 'compiles'}`] : [],
  );
}

async function responseStatements(): Promise<Statement[]> {
  const found: Statement[] = [];
  for (const [index, cell] of cells.entries()) {
    for (const arrives of mediaTypes[cell.type] ?? []) {
      for (const [status, type] of [
        [200, 'Ok'],
        [400, 'No'],
      ] as const) {
        const value = await received(cell, arrives, status);
        const declared = `${type}<typeof r${index}>`;
        const name = `response ${status} of ${cell.type}, schema ${cell.schema}, as ${arrives}`;
        found.push({ name, text: `(${expression(value)}) satisfies ${declared};`, isRight: true });
        // The type is not too wide: a symbol is not a body.
        const isOpen = cell.schema === 'none' && ['json', 'any'].includes(bodyKind(cell.type));
        found.push({ name, text: `Symbol() satisfies ${declared};`, isRight: isOpen });
        const isText = bodyKind(cell.type) === 'text' || bodyKind(cell.type) === 'form';
        if (isText) found.push({ name, text: `({} as Blob) satisfies ${declared};`, isRight: false });
        if (isText) found.push({ name, text: `(42) satisfies ${declared};`, isRight: false });
      }
    }
  }
  return found;
}

/** Values that a program may pass, each as TypeScript and as a value. */
const passed: Array<{ text: string; value: unknown }> = [
  { text: '{ name: "a" }', value: { name: 'a' } },
  { text: '{ file: {} as Blob }', value: { file: new Blob(['a']) } },
  { text: '{ file: "a" }', value: { file: 'a' } },
  { text: '[1, 2]', value: [1, 2] },
  { text: '42', value: 42 },
  { text: '"a"', value: 'a' },
  { text: '{} as Blob', value: new Blob(['a']) },
  { text: 'new Uint8Array(1)', value: new Uint8Array(1) },
];

/** Whether a value can be a body of a kind, by the schema if it matters. */
function canBe(kind: string, schema: string, value: unknown): boolean {
  const isBytes = value instanceof Blob || value instanceof Uint8Array;
  const isObject = typeof value === 'object' && !isBytes && !Array.isArray(value);
  const key = isObject ? Object.keys(value as object)[0] : undefined;
  const isFile = isObject && (value as { file?: unknown }).file instanceof Blob;
  const named = key === 'name' && ['object', 'reference'].includes(schema);
  const filed = key === 'file' && schema === 'file';
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'bytes':
      return isBytes || typeof value === 'string';
    case 'form':
      return named || (filed && !isFile) || (typeof value === 'string' && !['object', 'reference', 'file'].includes(schema));
    case 'multipart':
      return named || (filed && isFile);
    default:
      if (kind === 'any' && (isBytes || typeof value === 'string')) return true;
      if (schema === 'none') return true;
      if (named || (filed && !isFile)) return true;
      if (Array.isArray(value)) return schema === 'list';
      if (typeof value === 'number') return schema === 'integer';
      return typeof value === 'string' && ['string', 'enum', 'binary'].includes(schema);
  }
}

function requestStatements(): Statement[] {
  return cells.flatMap(({ type, schema }) =>
    passed.map(({ text, value }) => ({
      name: `request of ${type}, schema ${schema}`,
      text: `(${text}) satisfies Body<${JSON.stringify(operationId(type, schema))}>;`,
      isRight: canBe(bodyKind(type), schema, value),
    })),
  );
}

describe('for each media type and schema, the type', () => {
  it('of a response body is that of the value that the client gives', () => {
    expect(surprises('response')).toEqual([]);
  });

  it('of a request body is what the client can send', () => {
    expect(surprises('request')).toEqual([]);
  });

  it('admits no value that the client refuses', async () => {
    const refused: string[] = [];
    const api = createClient({
      ...generated,
      baseUrl: 'http://a.test',
      fetch: () => Promise.resolve(new Response('a', { headers: { 'content-type': 'text/none' } })),
    }) as unknown as Methods;
    // Without a schema, the type accepts any value.
    for (const { type, schema } of cells.filter((cell) => cell.schema !== 'none')) {
      for (const { value } of passed.filter((one) => canBe(bodyKind(type), schema, one.value))) {
        // With a range of one kind, and with text within application/*, the caller must pass the media type.
        const contentType =
          bodyKind(type) === 'any' ? (typeof value === 'string' ? 'application/xml' : undefined) : mediaTypes[type]?.[0];
        const init = { body: value, ...(type.includes('*') && { contentType }) };
        const error: unknown = await api[operationId(type, schema)]?.(init).catch((thrown: unknown) => thrown);
        if (error instanceof TypeError) refused.push(`${type}, schema ${schema}: ${error.message}`);
      }
    }
    expect(refused).toEqual([]);
  });

  it('is checked by a program that fails nowhere else', () => {
    expect(problems.filter(({ file }) => file !== 'program.ts')).toEqual([]);
    expect(statements.length).toBeGreaterThan(cells.length * 10);
  });
});
