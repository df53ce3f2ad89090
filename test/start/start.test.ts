import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, run } from '../support/command.js';
import { Service } from '../support/service.js';

const ports = { MOCK_PORT: '0', DOCS_PORT: '0' };

describe('npm start', () => {
  let service: Service;
  let mock = '';
  let docs = '';
  let sampleCall = '';
  let stop: () => unknown = () => undefined;
  beforeAll(async () => {
    service = Service.start({ onTestFinished: (end) => void (stop = end as () => unknown) }, 'src/start/main.ts', [], {
      env: ports,
    });
    [, mock = '', docs = '', sampleCall = ''] = await service.says(
      /Mock {2}(\S+)\nDocs {2}(\S+)\n\nTry it:\n\n(curl [\s\S]+?)\n\n/,
    );
  });
  afterAll(() => stop());

  it('serves the mock, so that the call it prints can be pasted into a shell', async () => {
    const { code, stdout } = await run('bash', ['-c', sampleCall]);
    expect(code).toBe(0);
    expect(stdout).toContain('{"reset_token":"G7TwCq1Vkds0DLYnfAuP"}');
  });

  it('serves the docs, and the description beside them', async () => {
    const pages = await Promise.all(['/', '/openapi.yaml', '/openapi.json'].map((path) => fetch(`${docs}${path}`)));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await pages[0]?.text()).toContain('<title>Password Reset API');
    expect((await fetch(`${docs}/no-such-page`)).status).toBe(404);
  });

  it('serves the page as it was built, but for the address of its own mock', async () => {
    const [served, built] = await Promise.all([
      fetch(`${docs}/`).then((response) => response.text()),
      readFile(`${root}dist/docs/index.html`, 'utf8'),
    ]);
    expect(served).toContain(`<meta name="mock-server" content="${mock}">`);
    expect(served).toContain(`connect-src ${mock};`);
    const elsewhere = (page: string): string =>
      page.replace(/(connect-src )[^;]+/, '$1').replace(/(<meta name="mock-server" content=")[^"]*/, '$1');
    expect(elsewhere(served)).toBe(elsewhere(built));
  });

  it('ends with exit code 0 on SIGTERM, also while a connection is open', async () => {
    await fetch(`${docs}/`);
    expect(await service.end('SIGTERM')).toBe(0);
  });
});
