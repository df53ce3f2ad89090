import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveDocs } from '../../src/start/docs-server.js';
import { ServedPages } from '../../src/start/served-pages.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const policy = (connect: string): string =>
  `<meta http-equiv="Content-Security-Policy" content="script-src 'sha256-a'; connect-src ${connect}; base-uri 'none'">`;
const page = (text: string): string => `${policy("'none'")}\n<meta name="mock-server" content="">\n<p>${text}</p>`;

async function servedPages(): Promise<{ pages: ServedPages; url: string; write: (name: string, text: string) => Promise<void> }> {
  const directory = await temporaryDirectory({ onTestFinished });
  const write = (name: string, text: string): Promise<void> => writeFile(join(directory, name), page(text));
  await Promise.all([write('index.html', 'first'), write('operations-b.html', 'second')]);
  const pages = new ServedPages({ directory, reloads: true });
  pages.mockUrl = 'http://127.0.0.1:4010';
  const docs = await serveDocs(directory, 0, '127.0.0.1', pages.handle);
  onTestFinished(() => docs.close());
  return { pages, url: docs.url, write };
}

test('each page of several asks the mock that runs, and reloads itself', async () => {
  const { url } = await servedPages();
  for (const name of ['', 'index.html', 'operations-b.html']) {
    const text = await (await fetch(`${url}/${name}`)).text();
    expect(text, name).toContain('<meta name="mock-server" content="http://127.0.0.1:4010">');
    expect(text, name).toContain("connect-src 'self' http://127.0.0.1:4010;");
    expect(text, name).toContain("new EventSource('page-changes')");
  }
});

test('a page that there is not is answered with 404', async () => {
  const { url } = await servedPages();
  for (const name of ['operations-c.html', '..%2Findex.html', 'a/index.html'])
    expect((await fetch(`${url}/${name}`)).status, name).toBe(404);
});

test('a page is reloaded when another page has changed, since its sidebar may have, too', async () => {
  const { pages, url, write } = await servedPages();
  const stateOf = (text: string): string => /data !== '([^']+)'/.exec(text)![1]!;
  const before = stateOf(await (await fetch(`${url}/index.html`)).text());
  const end = new AbortController();
  const changes = await fetch(`${url}/page-changes`, { signal: end.signal });
  const reader = changes.body!.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader.read()).value).toBe(`data: ${before}\n\n`);
  await write('operations-b.html', 'changed');
  await pages.update();
  const announced = (await reader.read()).value!;
  expect(announced).not.toBe(`data: ${before}\n\n`);
  expect(announced).toBe(`data: ${stateOf(await (await fetch(`${url}/index.html`)).text())}\n\n`);
  end.abort();
});
