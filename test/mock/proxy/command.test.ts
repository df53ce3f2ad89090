import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CoverageReport } from '../../../src/mock/index.js';
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
