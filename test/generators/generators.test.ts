import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMock, type Mock } from '../../src/mock/index.js';
import { root, run, type Ending } from '../support/command.js';
import { cacheOf } from '../support/install-into-cache.js';

const description = join(root, 'generated/openapi.json');
const token = 'a0f17278bed479ee719ea890b8caf0329e1f3e5b';
const resetToken = 'G7TwCq1Vkds0DLYnfAuP';
const emailAsText = '{"email":"jweir@projectthanos.com"}';

/** The rows of the table in the README of the client. */
const results = JSON.parse(readFileSync(join(root, 'test/generators/results.json'), 'utf8')) as Array<{ generator: string }>;

const installed = join(cacheOf('generators'), 'node_modules');

function runGenerator(name: string, args: string[], cwd: string): Promise<Ending> {
  return run(join(installed, '.bin', name), args, { cwd });
}

/** The calls of a generated client. Each returns the status code, or throws. */
interface GeneratedClient {
  reset: (email: string) => Promise<{ status: number; resetToken: string | undefined }>;
  validate: (body?: string) => Promise<number>;
  complete: () => Promise<number>;
}

interface Generator {
  name: string;
  generate: (directory: string, mock: string) => Promise<Ending>;
  load: (directory: string, mock: string) => Promise<GeneratedClient>;
}

const generators: Generator[] = [
  {
    name: '@hey-api/openapi-ts',
    generate: (directory) =>
      runGenerator('openapi-ts', ['-i', description, '-o', join(directory, 'hey-api'), '--silent'], directory),
    load: async (directory, baseUrl) => {
      const sdk = (await import(join(directory, 'hey-api/sdk.gen.ts'))) as HeyApi;
      return {
        reset: async (email) => {
          const { data, response } = await sdk.resetPassword({ baseUrl, body: { email } });
          return { status: response.status, resetToken: data?.reset_token };
        },
        validate: async (body) => {
          const headers = { Authorization: `Token ${token}` };
          return (await sdk.validatePasswordReset({ baseUrl, headers, query: { token: resetToken }, body })).response.status;
        },
        complete: async () =>
          (await sdk.completePasswordReset({ baseUrl, body: { password: 'thanosrocks', token: resetToken } })).response.status,
      };
    },
  },
  {
    name: 'orval',
    generate: async (directory, baseUrl) => {
      const output = { target: join(directory, 'orval/api.ts'), client: 'fetch', baseUrl };
      await writeFile(
        join(directory, 'orval.config.cjs'),
        `module.exports = ${JSON.stringify({ api: { input: description, output } })};`,
      );
      return runGenerator('orval', ['--config', join(directory, 'orval.config.cjs')], directory);
    },
    load: async (directory) => {
      const api = (await import(join(directory, 'orval/api.ts'))) as Orval;
      return {
        reset: async (email) => {
          const { status, data } = await api.resetPassword({ email });
          return { status, resetToken: data.reset_token };
        },
        validate: async (body) =>
          (await api.validatePasswordReset({ token: resetToken }, body, { headers: { Authorization: `Token ${token}` } })).status,
        complete: async () => (await api.completePasswordReset({ password: 'thanosrocks', token: resetToken })).status,
      };
    },
  },
  {
    name: 'swagger-typescript-api',
    generate: (directory) => {
      const output = ['-o', join(directory, 'swagger-typescript-api'), '-n', 'api.ts', '--silent'];
      return runGenerator('swagger-typescript-api', ['generate', '-p', description, ...output], directory);
    },
    load: async (directory, baseUrl) => {
      const { Api } = (await import(join(directory, 'swagger-typescript-api/api.ts'))) as SwaggerTypescriptApi;
      const { api } = new Api({ baseUrl, baseApiParams: { headers: { Authorization: `Token ${token}` } } });
      return {
        reset: async (email) => {
          const { status, data } = await api.resetPassword({ email }, { format: 'json' });
          return { status, resetToken: data.reset_token };
        },
        validate: async (body) => (await api.validatePasswordReset({ token: resetToken }, body)).status,
        complete: async () => (await api.completePasswordReset({ password: 'thanosrocks', token: resetToken })).status,
      };
    },
  },
];

let directory: string;
let mock: Mock;
let endings: Ending[];
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'password-reset-generators-'));
  mock = await startMock({ port: 0 });
  endings = await Promise.all(generators.map(({ generate }) => generate(directory, mock.url)));
});
afterAll(async () => {
  await mock.close();
  await rm(directory, { recursive: true, force: true });
});

it('what the generators make of the description type-checks', () => {
  const files = ['hey-api/index.ts', 'orval/api.ts', 'swagger-typescript-api/api.ts'].map((name) => join(directory, name));
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    skipLibCheck: true,
  });
  expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual(
    [],
  );
});

describe.each(generators)('$name', ({ name, load }) => {
  let client: GeneratedClient;
  beforeAll(async () => {
    client = await load(directory, mock.url);
  });

  it('is in the table of the README, in the version that is tested', () => {
    const { version } = JSON.parse(readFileSync(join(installed, name, 'package.json'), 'utf8')) as { version: string };
    expect(results.map(({ generator }) => generator.split(',')[0])).toContain(`\`${name}\` ${version}`);
  });

  it('accepts the description', () => {
    expect(endings[generators.findIndex((generator) => generator.name === name)]).toMatchObject({ code: 0 });
  });

  it('makes the calls work without the GET body', async () => {
    expect(await client.reset('jweir@projectthanos.com')).toEqual({ status: 200, resetToken });
    expect([await client.validate(), await client.complete()]).toEqual([204, 204]);
  });

  it('hands a GET body to fetch, which refuses it', async () => {
    await expect(client.validate(emailAsText)).rejects.toThrow('Request with GET/HEAD method cannot have body.');
  });
});

/** The calls of the generated code. The generated code itself is type-checked as a whole. */
interface HeyApi {
  resetPassword: (options: object) => Promise<{ data?: { reset_token: string }; response: Response }>;
  validatePasswordReset: (options: object) => Promise<{ response: Response }>;
  completePasswordReset: (options: object) => Promise<{ response: Response }>;
}
interface Orval {
  resetPassword: (body: object) => Promise<{ status: number; data: { reset_token: string } }>;
  validatePasswordReset: (query: object, body: string | undefined, init: RequestInit) => Promise<{ status: number }>;
  completePasswordReset: (body: object) => Promise<{ status: number }>;
}
interface SwaggerTypescriptApi {
  Api: new (options: object) => {
    api: {
      resetPassword: (body: object, options: object) => Promise<{ status: number; data: { reset_token: string } }>;
      validatePasswordReset: (query: object, body?: string) => Promise<{ status: number }>;
      completePasswordReset: (body: object) => Promise<{ status: number }>;
    };
  };
}
