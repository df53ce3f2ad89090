import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMock, type Mock } from '../../src/mock/index.js';
import { startRecorder, type Recorder } from '../build/samples/recorder.js';
import { readServer, readTimeout } from '../../src/verify/read-flags.js';
import type { Terminal } from '../../src/verify/terminal.js';
import { verify, type VerifyOptions } from '../../src/verify/verify.js';
import { root } from '../support/command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const description = join(root, 'test/any-description/library.yaml');

let mock: Mock;
let recorder: Recorder;
beforeAll(async () => {
  mock = await startMock({ port: 0, description });
  recorder = await startRecorder(mock.url);
});
afterAll(async () => {
  recorder.close();
  await mock.close();
});

/** Runs a check of the library description like the command. Returns its output. */
async function walk(options: Partial<VerifyOptions> = {}, response?: (question: string) => boolean): Promise<Walked> {
  const lines: string[] = [];
  const terminal: Terminal = {
    print: (text) => lines.push(text),
    confirm: (question) => Promise.resolve(response?.(question) ?? false),
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

  test('to another host it sends nothing that may change something, unless --yes is given', async () => {
    const server = recorder.url.replace('127.0.0.1', '0.0.0.0');
    let question = '';
    const refused = await walk({ server }, (asked) => (question = asked) === '');
    expect(question).toMatch(/^These may change something on http:\/\/0\.0\.0\.0:\d+:\n {2}add-book: POST \/books\n/);
    expect(refused.ended).toBe('What may change something was not sent: confirm it, or give --yes.');
    expect(refused.stdout).toContain('201 Created (printed) left out: it may change something and was not confirmed (--yes).');
    expect(new Set(recorder.take().map(({ method }) => method))).toEqual(new Set(['GET']));

    expect((await walk({ server }, () => true)).ended).toBe(true);
    expect((await walk({ server, mayChange: true })).ended).toBe(true);
    expect(recorder.take().filter(({ method }) => method === 'DELETE')).toHaveLength(2);
  });

  test('a server that is not there is said once', async () => {
    const { ended, stdout } = await walk({ server: 'http://127.0.0.1:9' });
    expect(ended).toBe(false);
    expect(stdout.match(/no response: the connection was refused\./g)).toHaveLength(1);
    expect(stdout).toContain('not triggered: the server cannot be reached.');
  });

  test('a description without a title is walked too', async (context) => {
    const untitled = join(await temporaryDirectory(context), 'openapi.json');
    const responses = { 204: { description: 'Pong' } };
    await writeFile(untitled, JSON.stringify({ openapi: '3.1.0', paths: { '/ping': { get: { responses } } } }));
    const { stdout } = await walk({ description: untitled, isDryRun: true });
    expect(stdout).toMatch(/^API 0 against http:[^]*GET http:\S+\/ping\n/);
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

  test.each([
    [{ junit: 'package.json/x/verify.xml' }, 'The directory of --junit, package.json/x, cannot be made: give another path.'],
    [{ only: 'nothing' }, /^--only names nothing, which is not in the description: it has listBooks, /],
    [{ values: 'nowhere.yaml' }, /^There is no file nowhere\.yaml/],
    [{ workflow: 'nowhere.yaml' }, /^There is no file nowhere\.yaml/],
  ])('%j is refused in one sentence', async (options, message) => {
    expect((await walk(options)).ended).toMatch(message);
  });

  test.each([
    [undefined, /^--server is missing: give the URL of the API/],
    ['staging', /^--server is no URL of a server/],
    ['ftp://host', /^--server is no URL of a server/],
    ['https://me:secret@host', /^--server holds a user name or a password: give credentials in the file of --values\.$/],
  ])('the server %s is refused in one sentence', (text, message) => {
    expect(() => readServer(text)).toThrow(message);
  });

  test('the server is read without the slash at its end', () => {
    expect(['http://h', 'https://h/a/b/', 'http://h:80/a//'].map(readServer)).toEqual([
      'http://h',
      'https://h/a/b',
      'http://h/a/',
    ]);
  });

  test('a timeout is a number of milliseconds', () => {
    expect([undefined, '1', '20', '999999'].map(readTimeout)).toEqual([10_000, 1, 20, 999_999]);
    for (const text of ['0', '1000000', '01', '-1', '1.5', '1s', 'x1', '']) {
      expect(() => readTimeout(text)).toThrow('--timeout is no number of milliseconds: give one from 1 to 999999.');
    }
  });
});
