import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { program, root, run, runProgram } from '../support/command.js';
import { Service } from '../support/service.js';
import { operations } from './requests.js';
import { send } from './send.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const command = 'src/mock/command.ts';
const reset = { method: 'POST', path: '/api/organizations/reset-password/', headers: { 'content-type': 'application/json' } };

describe.concurrent('password-reset-mock', () => {
  it('starts with its address and the operations, and logs one line for each request, nothing of it secret', async (context) => {
    const service = Service.start(context, command, ['--port', '0']);
    const [, url = ''] = await service.says(
      /^Password Reset API \d+\.\d+\.\d+ is mocked on (http:\/\/127\.0\.0\.1:\d+)\n {2}POST \/api\/organizations\/reset-password\/ +resetPassword\n/,
    );
    await sendRequests(url);
    await service.says(/GET \/unknown 404 .+ ms\n/);
    const lines = service.output
      .split('\n')
      .slice(1 + operations.length)
      .map((line) => line.replace(/ [\d.]+ ms$/, ' … ms'));
    context
      .expect(lines)
      .toEqual([
        'POST /api/organizations/reset-password/ 404 unknown-address … ms',
        'GET /api/organizations/complete-password/ 204 … ms',
        'POST /api/organizations/complete-password/ 400 … ms',
        'GET /unknown 404 … ms',
        '',
      ]);
    context.expect(await service.end('SIGINT')).toBe(0);
  });

  it('shows with --verbose what was sent and answered, with values masked', async (context) => {
    const service = Service.start(context, command, ['--port', '0', '--verbose']);
    const [, url = ''] = await service.says(/mocked on (\S+)/);
    await sendRequests(url);
    await service.says(/GET \/unknown 404 .+ ms\n/);
    for (const shown of [
      '> {"email":"<24 characters>"}',
      '> ?token=<9 characters>',
      '> authorization: <16 characters>',
      '> content-type: application/json',
      '! request: body.token is required.',
    ]) {
      context.expect(service.output).toContain(shown);
    }
    for (const secret of ['nobody', 's3cr3t', 'hunter2', 'hash']) context.expect(service.output).not.toContain(secret);
  });

  it('ends at once when it is asked to while it starts, however long that takes', async (context) => {
    // A pipe without a writer: reading the description never ends.
    const pipe = join(await temporaryDirectory(context), 'openapi.yaml');
    await run('mkfifo', [pipe]);
    const child = spawn(...program(command, ['--port', '0', '--description', pipe]), { stdio: 'ignore' });
    context.onTestFinished(() => void child.kill('SIGKILL'));
    const writing = await open(pipe, 'w');
    context.onTestFinished(() => writing.close());
    child.kill('SIGTERM');
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    context.expect(signal).toBe('SIGTERM');
  });

  it('says nothing about requests with --silent', async (context) => {
    const service = Service.start(context, command, ['--port', '0', '--silent', '--delay', '1']);
    const [, url = ''] = await service.says(/mocked on (\S+)/);
    await sendRequests(url);
    context.expect(await service.end('SIGTERM')).toBe(0);
    context.expect(service.output.split('\n')).toHaveLength(2 + operations.length);
  });

  it('ends on a signal while a response is delayed by more than a test may take', async (context) => {
    const service = Service.start(context, command, ['--port', '0', '--silent', '--delay', '600000']);
    const [, url = ''] = await service.says(/mocked on (\S+)/);
    const response = send(url, { ...reset, body: '{}' });
    await expect(Promise.race([response, setTimeout(500, 'delayed')])).resolves.toBe('delayed');
    context.expect(await service.end('SIGTERM')).toBe(0);
    await context.expect(response).rejects.toThrow();
  });

  it('serves another description', async (context) => {
    const service = Service.start(context, command, [
      'test/mock/descriptions/shop.yaml',
      '-p',
      '0',
      '-h',
      '127.0.0.1',
      '-d',
      '--seed',
      'a',
    ]);
    const [, url = ''] = await service.says(/Shop "Ünder" test 2\.1\.0 is mocked on (\S+)/);
    context.expect((await send(url, { method: 'GET', path: '/items/2', headers: {} })).status).toBe(200);
  });

  it('tells its version', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await runProgram(command, ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('explains its flags', async () => {
    const { code, stdout } = await runProgram(command, ['--help']);
    expect(code).toBe(0);
    for (const flag of [
      'port',
      'host',
      'dynamic',
      'seed',
      'ignore-examples',
      'errors',
      'no-cors',
      'no-watch',
      'delay',
      'verbose',
      'upstream',
      'upstream-timeout',
      'cors',
      'coverage',
      'require-coverage',
    ])
      expect(stdout).toContain(` --${flag} `);
    expect(stdout).toContain('Examples:');
  });

  it.for([
    [['--colour'], /^Unknown option --colour\. Usage: password-reset-mock .*\n$/],
    [
      ['--coverage', 'package.json/x/coverage'],
      /^The directory of --coverage, package\.json\/x, cannot be made: give another.*\n$/,
    ],
    [
      ['--description', 'nowhere.yaml'],
      /^The description nowhere\.yaml cannot be read: there is no file nowhere\.yaml, correct its path\.\n$/,
    ],
  ] as Array<[string[], RegExp]>)(
    'refuses %s in one sentence, with exit code 1',
    async ([args, message], { expect: expectHere }) => {
      const { code, stdout, stderr } = await runProgram(command, args);
      expectHere({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expectHere(stderr).toMatch(message);
    },
  );

  it('says what to install where a package is missing', async (context) => {
    const directory = await temporaryDirectory(context);
    for (const part of ['package.json', 'generated', 'dist/src'])
      await cp(join(root, part), join(directory, part), { recursive: true });
    const { code, stderr } = await run(process.execPath, [join(directory, 'dist/src/mock/command.js')]);
    context
      .expect(stderr)
      .toBe(
        'The mock needs packages that are not installed: run "npm install --save-dev ajv@^8.20.0 ajv-formats@^3.0.1 js-yaml@^5.5.0 @stoplight/prism-http@~5.12.0".\n',
      );
    context.expect(code).toBe(1);
  });
});

/** Sends requests with secrets in all places. */
async function sendRequests(url: string): Promise<void> {
  await send(url, { ...reset, body: '{"email":"nobody@projectthanos.com"}' });
  await send(url, {
    method: 'GET',
    path: '/api/organizations/complete-password/?token=s3cr3t-xy',
    headers: { authorization: 'Token s3cr3t-abc' },
  });
  await send(url, { ...reset, path: '/api/organizations/complete-password/', body: '{"password":"hunter2"}' });
  await send(url, { method: 'GET', path: '/unknown%3Ftoken=s3cr3t;hash', headers: { cookie: 'a=s3cr3t' } });
}
