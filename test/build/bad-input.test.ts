import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../support/command.js';
import { contents, copyProject, edit } from '../support/project.js';

const build = 'src/build/main.ts';

/** Each way to break the description, and what whoever did it must read. */
const mistakes: Array<{ name: string; make: (project: string) => Promise<void>; says: RegExp }> = [
  {
    name: 'broken YAML',
    make: (project) => writeFile(join(project, 'openapi/paths/reset-password.yaml'), 'post:\n  summary: "Reset\n'),
    says: /^openapi\/paths\/reset-password\.yaml:\d+:\d+: .*quoted scalar/,
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
    make: (project) => writeFile(join(project, 'openapi/openapi.yaml'), 'swagger: "2.0"\ninfo: {title: T, version: "1"}\npaths: {}\n'),
    says: /OpenAPI 3\.0 and 3\.1/,
  },
  {
    name: 'a description that is not there',
    make: (project) => rm(join(project, 'openapi/openapi.yaml')),
    says: /openapi\/openapi\.yaml/,
  },
];

describe.concurrent('a build of', () => {
  it.each(mistakes)('$name says what is wrong in one line, with exit code 1, and changes no file', async ({ make, says }) => {
    const project = await copyProject();
    await make(project);
    const before = await contents(project);

    const { code, stderr } = await runProgram(build, [], { cwd: project, env: { CI: 'true' } });

    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
    expect(await contents(project)).toEqual(before);
  });
});

describe.concurrent('a command', () => {
  it('refuses an unknown flag in one line that shows how to call it', async () => {
    const { code, stderr } = await runProgram(build, ['--colour']);
    expect(stderr).toMatch(/^Unknown option '--colour'\. Usage: .+\n$/);
    expect(code).toBe(1);
  });

  it.each(['no-number', '70000', '-1', '80.5', ''])('refuses the port "%s" in one line', async (port) => {
    const { code, stderr } = await runProgram('src/start/main.ts', [], { env: { DOCS_PORT: port } });
    expect(stderr).toBe(`DOCS_PORT is "${port}": give a number from 0 to 65535, 0 for any free port.\n`);
    expect(code).toBe(1);
  });

  it.each(['MOCK_PORT', 'DOCS_PORT'])('says that the port of %s is in use', async (variable) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const ports = { MOCK_PORT: '0', DOCS_PORT: '0', [variable]: port };
    const { code, stderr } = await runProgram('src/start/main.ts', [], { env: ports });
    other.close();
    expect(stderr).toMatch(new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is in use: .+\\n$`));
    expect(code).toBe(1);
  });
});
