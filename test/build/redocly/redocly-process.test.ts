import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Description } from '../../../src/description/types.js';
import { runRedoc } from '../../../src/build/redocly/build-docs.js';
import { RedoclyProcess } from '../../../src/build/redocly/redocly-process.js';

const description: Description = { openapi: '3.1.0', info: { title: 'Notes', version: '1' }, paths: {} };

/** The processes of Redocly that this process has started and that still run, but for those that ran before. */
function children(before: string[] = []): string[] {
  const read = (id: string, file: string): string => {
    try {
      return readFileSync(`/proc/${id}/${file}`, 'utf8');
    } catch {
      // It has ended meanwhile.
      return '';
    }
  };
  return readdirSync('/proc').filter(
    (name) =>
      /^\d+$/.test(name) &&
      !before.includes(name) &&
      read(name, 'status').includes(`PPid:\t${process.pid}\n`) &&
      read(name, 'cmdline').includes('redocly-program'),
  );
}

test('a process stays after its first command', async () => {
  const before = children();
  const redocly = new RedoclyProcess();
  try {
    expect(await runRedoc(description, '{{title}}', redocly.run)).toContain('Notes');
    expect(children(before)).toHaveLength(1);
  } finally {
    redocly.close();
  }
});

test('one that is for one command ends by itself, so that its memory is free while the one that started it is busy', async () => {
  const before = children();
  const redocly = new RedoclyProcess({ once: true });
  const page = runRedoc(description, '{{title}}', redocly.run);
  await expect.poll(() => children(before), { timeout: 10_000 }).toHaveLength(1);
  // It gets its command at once, and takes a second for it.
  await wait(200);
  const end = performance.now() + 20_000;
  while (children(before).length > 0 && performance.now() < end) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  expect(children(before)).toEqual([]);
  expect(await page).toContain('Notes');
});
