import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { expect, test, type TestContext } from 'vitest';
import { root, run } from '../support/command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { mock } from '../../src/mock/vite.js';

/** A page of a front end. */
async function frontEnd(context: TestContext): Promise<string> {
  const directory = await temporaryDirectory(context);
  await mkdir(join(directory, 'node_modules'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>x</title><script type="module" src="/page.js"></script>');
  await writeFile(join(directory, 'page.js'), 'console.log(1);\n');
  return directory;
}

test('the development server passes the paths of the description on to the mock, and ends it', async (context) => {
  const directory = await frontEnd(context);
  const server = await createServer({ root: directory, configFile: false, logLevel: 'silent', plugins: [mock()] });
  await server.listen(0);
  const { port } = server.httpServer?.address() as { port: number };
  const response = await fetch(`http://localhost:${port}/api/organizations/reset-password/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"email":"nobody@projectthanos.com"}',
  });
  expect([response.status, response.headers.get('mock-scenario')]).toEqual([404, 'unknown-address']);
  expect((await fetch(`http://localhost:${port}/`)).headers.get('content-type')).toContain('text/html');
  const { proxy } = server.config.server;
  const [target] = Object.values(proxy ?? {});
  await server.close();
  if (typeof target !== 'string') throw new Error('The proxy of Vite has another form than the plugin gives it.');
  await expect(fetch(target)).rejects.toThrow('fetch failed');
});

test('a build starts none', async (context) => {
  const directory = await frontEnd(context);
  await build({ root: directory, configFile: false, logLevel: 'silent', plugins: [mock({ port: -1 })] });
  expect(await mock({ port: -1 }).config({}, { command: 'serve', isPreview: true })).toBeUndefined();
});

test('vite build with the plugin in its configuration ends', async (context) => {
  const directory = await frontEnd(context);
  const plugin = JSON.stringify(join(root, 'dist/src/mock/vite.js'));
  await writeFile(
    join(directory, 'vite.config.mjs'),
    `import { mock } from ${plugin};\nexport default { logLevel: 'silent', plugins: [mock()] };\n`,
  );
  const { code, stderr } = await run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
    cwd: directory,
  });
  expect([code, stderr]).toEqual([0, '']);
});
