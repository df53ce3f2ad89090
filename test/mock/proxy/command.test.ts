import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMock, type CoverageReport } from '../../../src/mock/index.js';
import { runProgram } from '../../support/command.js';
import { Service } from '../../support/service.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';
import { send } from '../send.js';
import { description, get, post, startProxied, things } from './proxied.js';

const command = 'src/mock/command.ts';

test('npm run mock with --upstream logs each difference, and ends with the coverage and its exit code', async (context) => {
  const proxied = await startProxied();
  context.onTestFinished(() => proxied.close());
  proxied.respond((request, response) => {
    if (request.method === 'GET') things(response, '{"token":"s3cr3t"}');
    else response.writeHead(204).end();
  });
  const directory = await temporaryDirectory(context);
  const document = join(directory, 'openapi.json');
  await writeFile(document, JSON.stringify(description));
  const coverage = join(directory, 'reports/coverage');
  const flags = ['--upstream', proxied.upstream, '--coverage', coverage, '--require-coverage'];
  const service = Service.start(context, command, [document, '--port', '0', ...flags]);
  const [, url = ''] = await service.says(/^Things 1\.0\.0 is checked on (\S+), which passes requests on to http:.*\n/);
  const { headers } = await send(url, { ...get, headers: { origin: 'http://page' } });
  expect(headers['access-control-allow-origin']).toBeUndefined();
  await send(url, post);
  await service.says(/POST \/things 204/);

  expect(await service.end('SIGINT')).toBe(1);
  expect(service.output.replaceAll(/[\d.]+ ms/g, '… ms')).toMatch(
    [
      '  POST /things  add',
      'GET /things 200 … ms',
      '  ! response: body must be array.',
      'POST /things 204 … ms',
      '',
      'Contract coverage: 2 of 3 documented responses seen, 1 different, 1 never seen.',
      '  find  200      1 ×, 1 differed from the description:',
      '      body must be array.',
      '  find  400      never seen',
      '  add   204      1 ×',
      `Written to ${coverage}.json and ${coverage}.xml.`,
      'Documented responses that were never seen: 1. --require-coverage demands each.',
      'Responses that differed from the description: 1. --require-coverage allows none.',
    ].join('\n'),
  );
  expect(service.output).not.toContain('s3cr3t');
  const { documented } = JSON.parse(await readFile(`${coverage}.json`, 'utf8')) as CoverageReport;
  expect(documented.map(({ seen }) => seen)).toEqual([1, 0, 1]);
  expect(await readFile(`${coverage}.xml`, 'utf8')).toContain('<testsuite name="Contract coverage of Things 1.0.0" tests="3"');
});

test('without an upstream, the coverage of the mock is required in the same way', async (context) => {
  const document = join(await temporaryDirectory(context), 'openapi.json');
  await writeFile(document, JSON.stringify(description));
  const service = Service.start(context, command, [document, '--port', '0', '--silent', '--require-coverage']);
  const [, url = ''] = await service.says(/^Things 1\.0\.0 is mocked on (\S+)/);
  for (const sent of [get, { ...get, path: '/things' }, post]) await send(url, sent);
  expect(await service.end('SIGTERM')).toBe(0);
  expect(service.output).toContain('\nContract coverage: 3 of 3 documented responses seen, 0 different, 0 never seen.\n');
});

test('with a command after --, it starts, hands on the URL, and ends with the exit code of the command', async (context) => {
  const document = join(await temporaryDirectory(context), 'openapi.json');
  await writeFile(document, JSON.stringify(description));
  const test = 'const r = await fetch(process.env.MOCK_URL + "/things?q=1"); console.log("got", r.status); process.exit(7)';
  const args = ['--port', '0', '--require-coverage', '--', process.execPath, '--input-type=module', '-e', test];
  const { code, stdout, stderr } = await runProgram(command, [document, ...args]);
  expect(code).toBe(7);
  expect(stdout).toMatch(/is mocked on http[^]*got 200\n[^]*Contract coverage: 1 of 3 documented responses seen/);
  expect(stderr).toContain('Documented responses that were never seen: 2.');
});

test.each([
  [['--'], 'No command follows "--": give one, such as -- npm run e2e.\n'],
  [['--port', '0', '--silent', '--', 'no-such-program-here'], /The command "no-such-program-here" cannot be started \(ENOENT\)/],
])('%j is refused in one sentence', async (args, message) => {
  const { code, stderr } = await runProgram(command, args);
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
});

test('a signal ends the command, too', async (context) => {
  const running = 'console.log("run", "ning"); setInterval(() => {}, 1000)';
  const service = Service.start(context, command, ['--port', '0', '--', process.execPath, '-e', running]);
  await service.says(/run ning/);
  expect(await service.end('SIGTERM')).toBe(128 + 15);
});

test('it says that it is ready, for programs that wait for it', async (context) => {
  const mock = await createMock({ description });
  const proxied = await startProxied();
  context.onTestFinished(() => proxied.close());
  for (const path of ['/', '/_mock/ready']) {
    const ready = { ready: true, title: 'Things 1.0.0', operations: ['GET /things', 'POST /things'] };
    expect(await (await mock.fetch(path)).json()).toEqual(ready);
    expect((await mock.fetch(path, { method: 'HEAD' })).status).toBe(200);
  }
  expect(mock.coverage().undocumented).toEqual([]);
  expect((await fetch(`${proxied.proxy.url}/_mock/ready`)).status).toBe(200);
  // All other paths belong to the server.
  const root = await proxied.exchange({ method: 'GET', path: '/', headers: {} }, (_request, response) =>
    response.writeHead(418).end(),
  );
  expect(root.status).toBe(418);
});
