import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { root, run } from '../support/command.js';
import { Service } from '../support/service.js';

const ports = { MOCK_PORT: '0', DOCS_PORT: '0' };

describe.concurrent('npm start', () => {
  it('serves the mock, so that the call it prints can be pasted into a shell', async (context) => {
    const service = Service.start(context, 'src/start/main.ts', [], { env: ports });
    const [, call] = await service.says(/Try it:\n\n(curl [\s\S]+?)\n\n/);
    const { code, stdout } = await run('bash', ['-c', call ?? '']);
    expect(code).toBe(0);
    expect(stdout).toContain('{"reset_token":"G7TwCq1Vkds0DLYnfAuP"}');
  });

  it('serves the docs, and the description beside them', async (context) => {
    const service = Service.start(context, 'src/start/main.ts', [], { env: ports });
    const [, url] = await service.says(/Docs {2}(\S+)\n/);
    const pages = await Promise.all(['/', '/openapi.yaml', '/openapi.json'].map((path) => fetch(`${url}${path}`)));
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await pages[0]?.text()).toContain('<title>Password Reset API');
    expect((await fetch(`${url}/no-such-page`)).status).toBe(404);
  });

  it('serves the page as it was built, but for the address of its own mock', async (context) => {
    const service = Service.start(context, 'src/start/main.ts', [], { env: ports });
    const [, mock, docs] = await service.says(/Mock {2}(\S+)\nDocs {2}(\S+)\n/);
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

  it.for(['SIGINT', 'SIGTERM'] as const)(
    'ends with exit code 0 on %s, also while a connection is open',
    async (signal, context) => {
      const service = Service.start(context, 'src/start/main.ts', [], { env: ports });
      const [, url] = await service.says(/Docs {2}(\S+)\n[\s\S]*Try it:/);
      await fetch(`${url}/`);
      expect(await service.end(signal)).toBe(0);
    },
  );
});
