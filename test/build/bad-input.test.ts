import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.js';
import { ownInput } from '../../src/build/input.js';
import { readPort } from '../../src/command/read-port.js';
import { runProgram } from '../support/command.js';
import { contents, copyProject, edit } from '../support/project.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const program = 'src/build/run.js';

/** Each way to break the description, with the error that its author must see. */
const mistakes: Array<{ name: string; make: (project: string) => Promise<void>; says: RegExp }> = [
  {
    name: 'broken YAML',
    make: (project) => writeFile(join(project, 'openapi/paths/reset-password.yaml'), 'post:\n  summary: "Reset\n'),
    says: /^openapi\/paths\/reset-password\.yaml:2:12: Failed to parse: this quote is not closed on its line \[/,
  },
  {
    name: 'broken YAML in the root file',
    make: (project) => writeFile(join(project, 'openapi/openapi.yaml'), 'openapi: "3.1.0\n'),
    says: /^openapi\/openapi\.yaml:1:10: Failed to parse: this quote is not closed on its line$/,
  },
  {
    name: 'a quote that is closed by another, lines later',
    make: (project) =>
      writeFile(join(project, 'openapi/components/schemas/ResetToken.yaml'), 'type: "string\nformat: "password"\n'),
    says: /ResetToken\.yaml:1:7: Failed to parse: this quote is not closed on its line \[/,
  },
  {
    name: 'broken YAML without a quote',
    make: (project) => writeFile(join(project, 'openapi/components/schemas/ResetToken.yaml'), 'type: [string\nformat: x\n'),
    says: /ResetToken\.yaml:\d:\d+: Failed to parse: (?!this quote)/,
  },
  {
    name: 'an operationId that stands twice, beside a folder with the name of a file',
    make: async (project) => {
      await mkdir(join(project, 'openapi/archive.yaml'));
      await edit(
        join(project, 'openapi/paths/reset-password.yaml'),
        'operationId: resetPassword',
        'operationId: completePasswordReset',
      );
    },
    says: /^openapi\/paths\/reset-password\.yaml:\d+: The operationId "completePasswordReset" also stands at openapi\/paths\/complete-password\.yaml:\d+: give each operation its own\./,
  },
  {
    name: 'several mistakes',
    make: async (project) => {
      await edit(join(project, 'openapi/components/examples/AccountEmail.yaml'), 'jweir@projectthanos.com', '17');
      await edit(join(project, 'openapi/components/examples/UnknownEmail.yaml'), 'nobody@projectthanos.com', '18');
    },
    says: / \(and \d+ more: "npx redocly lint openapi\/openapi\.yaml" lists all\)$/,
  },
  {
    name: 'a $ref to a missing file',
    make: (project) => rm(join(project, 'openapi/components/schemas/ResetToken.yaml')),
    says: /^openapi\/components\/schemas\/ResetPasswordResponse\.yaml:6:\d+: .*ResetToken\.yaml/,
  },
  {
    name: 'an example that breaks its schema',
    make: (project) => edit(join(project, 'openapi/components/examples/AccountEmail.yaml'), 'jweir@projectthanos.com', '17'),
    says: /^openapi\/components\/examples\/AccountEmail\.yaml:\d+:\d+: .*string/,
  },
  {
    name: 'a description of another standard',
    make: (project) =>
      writeFile(join(project, 'openapi/openapi.yaml'), 'swagger: "2.0"\ninfo: {title: T, version: "1"}\npaths: {}\n'),
    says: /OpenAPI 3\.0 to 3\.2/,
  },
  {
    name: 'a description that is not there',
    make: (project) => rm(join(project, 'openapi/openapi.yaml')),
    says: /openapi\/openapi\.yaml/,
  },
  {
    name: 'a folder in place of a description',
    make: async (project) => {
      await rm(join(project, 'openapi/openapi.yaml'));
      await mkdir(join(project, 'openapi/openapi.yaml'));
    },
    says: /^The description openapi\/openapi\.yaml cannot be read: it is a folder: name a file in it\.$/,
  },
  {
    name: 'two documents in one file',
    make: async (project) => {
      const path = join(project, 'openapi/openapi.yaml');
      await writeFile(path, `${await readFile(path, 'utf8')}---\na: 1\n`);
    },
    says: /^openapi\/openapi\.yaml: Failed to parse: expected a single document in the stream, but found more$/,
  },
];

describe('a build of', () => {
  it.for(mistakes)('$name says in one line what is wrong, and changes no file', async ({ make, says }, context) => {
    const project = await copyProject(context);
    await make(project);
    const before = await contents(project);

    const failure = await build(ownInput(project)).then(() => undefined, String);

    expect(failure?.replace('InputError: ', '')).toMatch(says);
    expect(failure).not.toContain('\n');
    expect(await contents(project)).toEqual(before);
  });
});

describe.concurrent('a command', () => {
  it('that fails prints its one line and nothing else to standard error, with exit code 1', async (context) => {
    const project = await copyProject(context);
    await rm(join(project, 'openapi/openapi.yaml'));
    const { code, stderr } = await runProgram(program, [], { cwd: project });
    expect(stderr).toMatch(/^[^\n]*openapi\/openapi\.yaml[^\n]*\n$/);
    expect(code).toBe(1);
  });

  it('says a mistake once that a tool underneath complains of, too', async (context) => {
    const project = await copyProject(context);
    await edit(join(project, 'openapi/paths/complete-password.yaml'), 'completePasswordReset', 'resetPassword');
    const { code, stderr } = await runProgram(program, ['--check'], { cwd: project });
    expect(stderr).toMatch(/^openapi\/paths\/[^\n]*operationId[^\n]*\n$/);
    expect(code).toBe(1);
  });

  it('refuses an unknown flag in one line that shows how to call it', async () => {
    const { code, stderr } = await runProgram(program, ['--colour']);
    expect(stderr).toMatch(/^Unknown option --colour\. Usage: npm run build .+\n$/);
    expect(code).toBe(1);
  });

  it('refuses a port that is no number in one line', async () => {
    const { code, stderr } = await runProgram('src/start/main.ts', [], { env: { DOCS_PORT: 'http' } });
    expect(stderr).toBe('Invalid DOCS_PORT "http": use 0–65535 (0 = any free port).\n');
    expect(code).toBe(1);
  });

  it.each(['65536', '-1', '80.5', ''])('takes "%s" for no port', (text) => {
    expect(() => readPort(text, '--port', 80)).toThrow(`Invalid --port "${text}": use 0–65535`);
  });

  it.each(['MOCK_PORT', 'DOCS_PORT'])('says that the port of %s is in use', async (variable) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const ports = { MOCK_PORT: '0', DOCS_PORT: '0', [variable]: port };
    const { code, stderr } = await runProgram('src/start/main.ts', [], { env: ports });
    other.close();
    expect(stderr).toMatch(
      new RegExp(`^Port ${port} is already in use\\. Set ${variable} to another port \\(0 = any free port\\)\\.\\n$`),
    );
    expect(code).toBe(1);
  });
});

describe('a description from elsewhere', () => {
  const text = [
    'openapi: 3.1.0',
    'info: {title: T, version: "1"}',
    'servers: [{url: https://host}]',
    'paths:',
    '  /a: {get: {operationId: a, responses: {200: {description: Yes, unknown: true}}}}',
  ];

  it('is built although lint finds a problem, which is an error where that is asked for', async (context) => {
    const directory = await temporaryDirectory(context);
    const input = { root: directory, description: join(directory, 'api.yaml'), out: join(directory, 'out') };
    await writeFile(input.description, text.join('\n'));
    await expect(build({ ...input, strict: true })).rejects.toThrow(/^api\.yaml:5:\d+: Property `unknown` is not expected here/);
    await expect(contents(input.out)).rejects.toThrow('ENOENT');
    await build(input);
    expect((await contents(input.out)).has('generated/operations.ts')).toBe(true);
  });

  it('names the path that a stage cannot take, and keeps going where that is asked for', async (context) => {
    const directory = await temporaryDirectory(context);
    const input = { root: directory, description: join(directory, 'api.yaml'), out: join(directory, 'out') };
    // Only the type generator reads a schema that no operation uses.
    const schemas = 'components: {schemas: {A: {properties: {b: a text}}}}';
    await writeFile(input.description, [...text, schemas].join('\n'));
    await expect(build({ ...input, keepGoing: true })).rejects.toThrow(
      /invalid property b[^]*files are up to date; the stages above made none\./,
    );
    const written = await contents(input.out);
    expect([written.has('generated/schema.d.ts'), written.has('generated/operations.ts')]).toEqual([false, true]);
    await writeFile(input.description, text.join('\n').replace('{200: {description: Yes, unknown: true}}', '[1, null]'));
    await expect(build(input)).rejects.toThrow('The path "/a" holds something that OpenAPI does not allow');
    await writeFile(input.description, text.join('\n').replace('operationId: a', 'operationId: 100%'));
    await expect(build(input)).rejects.toThrow('The path "/a" holds something');
    const body = '{200: {description: Yes, content: {application/json: {schema: {properties: {b: null}}}}}}';
    await writeFile(input.description, text.join('\n').replace('{200: {description: Yes, unknown: true}}', body));
    await expect(build({ ...input, keepGoing: true })).rejects.toThrow(
      /^The path "\/a" holds something that OpenAPI does not allow there: correct it\.\n\d+ files are up to date; the stages above made none\./,
    );
    const outside = 'components: {schemas: {A: {properties: {b: null}}}}';
    await writeFile(input.description, [...text, outside].join('\n'));
    await expect(build(input)).rejects.toThrow('holds something outside "paths"');
  });

  it('takes a component that is named as each object of JavaScript has a property', async (context) => {
    const directory = await temporaryDirectory(context);
    const input = { root: directory, description: join(directory, 'api.yaml'), out: join(directory, 'out') };
    const parameters = 'components: {parameters: {constructor: {name: a, in: query, schema: {}}}}';
    await writeFile(input.description, [...text, parameters].join('\n'));
    await build(input);
    expect((await contents(input.out)).get('generated/schema.d.ts')).toContain('constructor: unknown;');
  });
});
