import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Terminal } from '../../src/verify/terminal.js';
import { verify, type VerifyOptions } from '../../src/verify/verify.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { description, libraryServer } from './library.js';

const recorder = libraryServer();

/** Runs a check of the library description like the command. Returns its output. */
async function walk(options: Partial<VerifyOptions> = {}): Promise<Walked> {
  const lines: string[] = [];
  const terminal: Terminal = {
    print: (text) => lines.push(text),
    confirm: () => Promise.resolve(false),
  };
  const given = { server: recorder.url, timeoutMs: 5000, mayChange: false, isDryRun: false, description, ...options };
  const ended = await verify(given, terminal).catch((error: unknown) => (error as Error).message);
  return { ended, stdout: `${lines.join('\n')}\n` };
}

interface Walked {
  /** Whether the contract is kept, or the message of an error. */
  ended: boolean | string;
  stdout: string;
}

describe('a check of the library', () => {
  test('--only leaves the others out', async () => {
    const { ended, stdout } = await walk({ only: 'listBooks.two-tags, dropChapter' });
    expect(ended).toBe(true);
    expect(recorder.take().map(({ method, url }) => `${method} ${url.replace(/\?.*/, '')}`)).toEqual([
      'GET /books',
      expect.stringMatching(/^DELETE \/books\//),
    ]);
    expect(stdout).toContain('2 of 2 as documented');
  });

  test('--dry-run shows what would be sent, with no value of the user, and sends nothing', async (context) => {
    const values = join(await temporaryDirectory(context), 'values.yaml');
    await writeFile(
      values,
      'replace: { poetry: my-secret-tag }\ncredentials: { session: my-secret-session }\nskip: { findReaders: nobody reads }\n',
    );
    const { ended, stdout } = await walk({ isDryRun: true, values });
    expect(ended).toBe(true);
    expect(recorder.take()).toEqual([]);
    expect(stdout).toMatch(/GET http:\/\/127\.0\.0\.1:\d+\/books\?tag=<value for poetry>&tag=exile&state=free/);
    expect(stdout).toContain('Cookie: session=<session>');
    expect(stdout).toContain('- 200 OK (valid request) left out: nobody reads');
    expect(stdout).not.toContain('my-secret');
  });

  test('values take the place of examples and credentials', async (context) => {
    const values = join(await temporaryDirectory(context), 'values.yaml');
    await writeFile(values, 'replace: { poetry: drama }\ncredentials: { session: real }\n');
    const { stdout } = await walk({ values, only: 'listBooks.two-tags,add-book.201' });
    const [list, add] = recorder.take();
    expect(list?.url).toBe('/books?tag=drama&tag=exile&state=free');
    expect(JSON.stringify(add?.headers)).toContain('real');
    expect(stdout).not.toContain('real');
  });

  test('references that leave the folder of the description are followed with --external-refs alone', async (context) => {
    const directory = await temporaryDirectory(context);
    const [outside, inside] = [join(directory, 'pong.json'), join(directory, 'api/openapi.json')];
    const responses = { 204: { $ref: '../pong.json' } };
    await mkdir(join(directory, 'api'));
    await writeFile(outside, JSON.stringify({ description: 'Pong' }));
    await writeFile(inside, JSON.stringify({ openapi: '3.1.0', paths: { '/ping': { get: { responses } } } }));
    expect((await walk({ description: inside, isDryRun: true })).ended).toMatch(/pong\.json.*--external-refs/);
    const { stdout } = await walk({ description: inside, isDryRun: true, externalRefs: true });
    expect(stdout).toMatch(/GET http:\S+\/ping\n/);
  });

  test('a report whose directory cannot be made is said before anything is sent', async () => {
    expect((await walk({ junit: 'package.json/x/verify.xml' })).ended).toBe(
      'The directory of --junit, package.json/x, cannot be made: give another path.',
    );
    expect(recorder.take()).toEqual([]);
  });
});
