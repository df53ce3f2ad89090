import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { createMock } from '../../src/mock/index.js';
import { readDescription } from '../../src/reading/description-file.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

/** A description whose only response example is a reference. */
function describedBy(reference: string): object {
  const content = { 'application/json': { schema: {}, examples: { one: { $ref: reference } } } };
  const paths = { '/a': { get: { operationId: 'a', responses: { 200: { description: 'Yes', content } } } } };
  return { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths };
}

/** Writes the description to a folder, with a file that references may reach and files that they may not. */
async function fileReferringTo(context: TestContext, reference: string): Promise<string> {
  const directory = await temporaryDirectory(context);
  await mkdir(join(directory, 'the api'));
  await writeFile(join(directory, 'outside.yaml'), 'value: secret');
  await writeFile(join(directory, 'the api/in side.yaml'), 'value: here');
  await symlink('../outside.yaml', join(directory, 'the api/link.yaml'));
  const root = join(directory, 'the api/openapi.json');
  await writeFile(root, JSON.stringify(describedBy(reference)));
  return root;
}

/** Starts a server that stops at the end of the test. */
async function serve({ onTestFinished }: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a reference of a description that is mocked', () => {
  it.for([
    ['../outside.yaml', /reference to .*outside\.yaml leaves the folder of the description: allow it with --external-refs\.$/],
    ['..%2Foutside.yaml', /leaves the folder/],
    ['%2e%2e/outside.yaml', /leaves the folder/],
    ['link.yaml', /leaves the folder/],
    ['/etc/hosts', /leaves the folder/],
    ['file:///etc/hosts', /leaves the folder/],
    ['/dev/null', /leaves the folder/],
    ['/nowhere/at/all.yaml', /leaves the folder/],
    ['http://127.0.0.1:9/example.yaml?key=s3cr3t', /leads to another server, http:\/\/127\.0\.0\.1:9\/example\.yaml: allow it/],
  ] as Array<[string, RegExp]>)('to %s is refused in one sentence', async ([reference, message], context) => {
    const error: unknown = await readDescription(await fileReferringTo(context, reference)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'InputError', message: expect.stringMatching(message) as string });
    expect((error as Error).message).not.toMatch(/\n|s3cr3t/);
  });

  it('within the folder is followed, and out of it where that is allowed', async (context) => {
    const inside = await readDescription(await fileReferringTo(context, 'in side.yaml'));
    expect(JSON.stringify(inside.description)).toContain('here');
    expect(inside.files).toHaveLength(2);
    const mock = await createMock({ description: await fileReferringTo(context, '../outside.yaml'), externalRefs: true });
    expect(await (await mock.fetch('/a')).json()).toBe('secret');
  });

  it('of an object is bound to the current folder', async () => {
    await expect(readDescription(describedBy('/etc/hosts'))).rejects.toThrow('leaves the folder');
  });

  it('of a description on a server stays on that server', async (context) => {
    const asked: string[] = [];
    const other = await serve(context, ({ url = '' }, response) => {
      asked.push(url);
      response.end('value: secret');
    });
    const references: Record<string, string> = {
      '/same': 'part.yaml',
      '/other': `${other}/x.yaml`,
      '/moved': 'moved.yaml',
      '/file': 'file:///etc/hosts',
    };
    const server = await serve(context, ({ url = '' }, response) => {
      if (url === '/old') response.writeHead(302, { location: '/same' });
      if (url === '/moved.yaml') response.writeHead(302, { location: `${other}/y.yaml` });
      const reference = references[url];
      response.end(reference === undefined ? 'value: here' : JSON.stringify(describedBy(reference)));
    });
    const mock = await createMock({ description: `${server}/same` });
    expect(await (await mock.fetch('/a')).json()).toBe('here');
    await expect(readDescription(`${server}/old`)).resolves.toMatchObject({ files: [] });
    await expect(readDescription(`${server}/other`)).rejects.toThrow(/another server/);
    await expect(readDescription(`${server}/moved`)).rejects.toThrow(/cannot download/);
    await expect(readDescription(`${server}/file`)).rejects.toThrow(/from a server to the file \/etc\/hosts/);
    expect(asked).toEqual([]);
  });
});

it.for([
  ['a server that says no', 404, /cannot download http:\/\/127\.0\.0\.1:\d+\/api\.json: the server responds 404\.$/],
  ['no description', 200, /it holds no object/],
] as Array<[string, number, RegExp]>)(
  'a URL that leads to %s is refused in one sentence',
  async ([, status, message], context) => {
    const server = await serve(context, (_, response) => response.writeHead(status).end('hello'));
    await expect(readDescription(`${server}/api.json?key=s3cr3t`)).rejects.toThrow(message);
  },
);

it('the user name, the password and the query of a URL are sent, and never said', async (context) => {
  const asked: unknown[] = [];
  const server = await serve(context, ({ url = '', headers }, response) => {
    asked.push([url, headers.authorization]);
    const path = url.replace(/\?.*/, '');
    if (path === '/no') return response.writeHead(404).end();
    return response.end(
      path === '/root' ? JSON.stringify(describedBy('part.yaml?s3cr3t')) : path === '/part.yaml' ? 'value: 1' : 'a: [',
    );
  });
  const withUser = (path: string): string => `${server.replace('http://', 'HTTP://me:s3cr%C3%A93t@')}${path}?key=s3cr3t`;
  const { description, name } = await readDescription(withUser('/root'));
  const basic = `Basic ${Buffer.from('me:s3cré3t').toString('base64')}`;
  expect(asked).toEqual([
    ['/root?key=s3cr3t', basic],
    ['/part.yaml?s3cr3t', basic],
  ]);
  expect(name).toBe(`${server}/root`);
  expect(Object.keys(description['x-files'] as object)).toEqual([`${server}/part.yaml`]);
  const said = (path: string): Promise<unknown> =>
    readDescription(withUser(path)).catch((error: unknown) => (error as Error).message);
  asked.length = 0;
  await readDescription(withUser('/root').replace('me:s3cr%C3%A93t', ':word'));
  await readDescription(withUser('/root').replace(':s3cr%C3%A93t', ''));
  await readDescription(withUser('/root').replace('me:s3cr%C3%A93t@', ''));
  const credentials = [':word', 'me:'].map((one) => `Basic ${Buffer.from(one).toString('base64')}`);
  expect(asked.map((one) => (one as string[])[1])).toEqual([...credentials, undefined].flatMap((one) => [one, one]));
  expect(await said('/no')).toBe(
    `The description ${server}/no cannot be read: cannot download ${server}/no: the server responds 404.`,
  );
  expect(await said('/broken')).toMatch(`The description ${server}/broken cannot be read: error parsing ${server}/broken: `);
  expect(await said('/broken')).not.toMatch(/s3cr|cmVn/);
});

describe('a file', () => {
  const beginning = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {/a: {}}\n';

  it('that holds itself is refused at once', async (context) => {
    const root = join(await temporaryDirectory(context), 'openapi.yaml');
    await writeFile(root, `${beginning}x-self: &self [*self]\n`);
    await expect(readDescription(root)).rejects.toThrow('the aliases of the file stand for more than 5000000 values.');
  });

  it.for([600, 20_000])('that nests values %i levels deep is refused', async (levels, context) => {
    const root = join(await temporaryDirectory(context), 'openapi.json');
    const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`;
    await writeFile(root, `{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/a":{}},"x-deep":${deep}}`);
    await expect(readDescription(root)).rejects.toThrow(/nests values (too deeply|more than 500 levels deep)\.$/);
  });
});
