import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { root, run, runProgram } from '../support/command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { description, libraryServer } from './library.js';

const recorder = libraryServer();

describe('npm run verify', () => {
  test('says what to install where a package is missing', async (context) => {
    const directory = await temporaryDirectory(context);
    for (const part of ['package.json', 'generated', 'dist/src']) {
      await cp(join(root, part), join(directory, part), { recursive: true });
    }
    const command = join(directory, 'dist/src/verify/command.js');
    const { code, stderr } = await run(process.execPath, [command, '--server', 'http://localhost', '--dry-run']);
    expect(stderr).toBe(
      'The check needs packages that are not installed: run "npm install --save-dev ajv@^8.20.0 ajv-formats@^3.0.1 js-yaml@^5.5.0".\n',
    );
    expect(code).toBe(1);
  });

  test('reports each documented response, and why one cannot be asked for', async (context) => {
    const junit = join(await temporaryDirectory(context), 'reports/verify.xml');
    const command = ['--description', description, '--server', recorder.url, '--junit', junit];
    const { code, stdout, stderr } = await runProgram('src/verify/command.ts', command);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Library 2\.3\.1 against http:\/\/127\.0\.0\.1:\d+\n\nlistBooks: GET \/books\n/);
    expect(stdout).toMatch(/ {2}✓ 200 OK \(two-tags\) \d+ ms\n/);
    expect(stdout).toMatch(/ {2}- 404 Not Found \(Prefer header\) left out: no example of the description leads to it/);
    const counts =
      /\n(\d+) of (\d+) as documented, 0 different, 0 not triggered by the server, (\d+) left out:\n/.exec(stdout) ?? [];
    expect(recorder.take()).toHaveLength(Number(counts[1]));

    const xml = await readFile(junit, 'utf8');
    expect(XMLValidator.validate(xml)).toBe(true);
    const { testsuites } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml) as JUnit;
    expect(testsuites).toMatchObject({ tests: counts[2], failures: '0', skipped: counts[3] });
    expect(testsuites.testsuite.testcase).toHaveLength(Number(counts[2]));
    expect(testsuites.testsuite.testcase).toContainEqual(
      expect.objectContaining({ classname: 'listBooks', name: '200 OK (two-tags)' }),
    );
  });

  test('where there is nobody to ask, it is not confirmed', async () => {
    const server = recorder.url.replace('127.0.0.1', '0.0.0.0');
    const { code, stderr } = await runProgram('src/verify/command.ts', [
      '--description',
      description,
      '--server',
      server,
      '--only',
      'add-book',
    ]);
    expect([code, stderr]).toEqual([1, 'What may change something was not sent: confirm it, or give --yes.\n']);
    expect(recorder.take()).toEqual([]);
  });
});

interface JUnit {
  testsuites: { testsuite: { testcase: unknown[] } };
}
