import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Description } from '../../src/description/types.js';
import { runRedoc } from '../../src/redocly/build-docs.js';
import { RedoclyProcess } from '../../src/redocly/redocly-process.js';

const description: Description = { openapi: '3.1.0', info: { title: 'Notes', version: '1' }, paths: {} };

/** The processes of Redocly that this process has started and that still run. */
async function children(): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    ids.map(async (id) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      return status.includes(`PPid:\t${process.pid}\n`) && command.includes('redocly-program') ? [id] : [];
    }),
  );
  return found.flat();
}

test.each([
  { name: 'stays after its first command', options: {}, left: 1 },
  { name: 'that is for one command ends with it, so that its memory is free', options: { once: true }, left: 0 },
])('a process $name', async ({ options, left }) => {
  const others = (await children()).length;
  const redocly = new RedoclyProcess(options);
  try {
    expect(await runRedoc(description, '{{title}}', redocly.run)).toContain('Notes');
    await expect.poll(async () => (await children()).length - others).toBe(left);
  } finally {
    redocly.close();
  }
});
