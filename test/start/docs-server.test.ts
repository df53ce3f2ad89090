import { expect, test } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveDocs } from '../../src/start/docs-server.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

test.each(['bytes=5-1', 'bytes=0-99999999999999999999', 'bytes=--1', 'nonsense'])(
  'a range of %s does not end the docs server',
  async (range) => {
    const endings: Array<() => unknown> = [];
    const directory = await temporaryDirectory({ onTestFinished: (ending) => void endings.push(ending as () => unknown) });
    await writeFile(join(directory, 'index.html'), 'A page of docs');
    const docs = await serveDocs(directory, 0, '127.0.0.1');
    try {
      const response = await fetch(docs.url, { headers: { range } });
      expect(await response.text()).toBe('A page of docs');
    } finally {
      await docs.close();
      for (const end of endings) await end();
    }
  },
);
