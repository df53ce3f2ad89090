import { writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, type TestContext } from 'vitest';
import { watchFiles, type Watching } from '../../../src/mock/service/watch-files.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';

interface Watched {
  path: (name: string) => string;
  watching: Watching;
  count: () => number;
  /** Waits for the given number of calls and a little longer. Returns the number of calls. */
  settled: (calls: number) => Promise<number>;
}

async function watched(context: TestContext, changed: (call: number) => Promise<boolean>): Promise<Watched> {
  const directory = await temporaryDirectory(context);
  const path = (name: string): string => join(directory, name);
  await writeFile(path('a'), '1');
  let count = 0;
  const watching = watchFiles([path('a')], () => changed((count += 1)));
  context.onTestFinished(() => watching.close());
  const settled = async (calls: number): Promise<number> => {
    for (let round = 0; round < 200 && count < calls; round += 1) await wait(10);
    await wait(150);
    return count;
  };
  return { path, watching, count: () => count, settled };
}

test('several steps of a save are one change, also where the file is replaced', async (context) => {
  const { path, settled } = await watched(context, () => Promise.resolve(true));
  // At once: on a busy machine, more time would pass between two writes than belongs to one save.
  for (const text of ['2', '3', '4']) writeFileSync(path('a'), text);
  expect(await settled(1)).toBe(1);
  await writeFile(path('b'), '5');
  expect(await settled(1)).toBe(1);
  await rename(path('b'), path('a'));
  expect(await settled(2)).toBe(2);
});

test('after a change that left it invalid, any file counts', async (context) => {
  const { path, settled } = await watched(context, (call) => Promise.resolve(call > 1));
  await writeFile(path('a'), '2');
  expect(await settled(1)).toBe(1);
  await writeFile(path('b'), '3');
  expect(await settled(2)).toBe(2);
  await writeFile(path('c'), '4');
  expect(await settled(2)).toBe(2);
});

test('changes that come meanwhile are one more, afterwards', async (context) => {
  let running = 0;
  let most = 0;
  let end = (): void => undefined;
  const isEnded = new Promise<void>((resolve) => (end = resolve));
  const { path, settled, count } = await watched(context, async () => {
    running += 1;
    most = Math.max(most, running);
    await isEnded;
    running -= 1;
    return true;
  });
  await writeFile(path('a'), '2');
  while (count() < 1) await wait(5);
  await writeFile(path('a'), '3');
  await wait(120);
  await writeFile(path('a'), '4');
  await wait(120);
  expect(count()).toBe(1);
  end();
  expect([await settled(2), most]).toEqual([2, 1]);
});

test('other files may be followed, and none after the end', async (context) => {
  const { path, watching, settled } = await watched(context, () => Promise.resolve(true));
  const elsewhere = join(await temporaryDirectory(context), 'c');
  await writeFile(elsewhere, '1');
  await writeFile(path('b'), '1');
  watching.follow([path('b'), elsewhere]);
  await writeFile(path('a'), '2');
  expect(await settled(0)).toBe(0);
  await writeFile(path('b'), '2');
  expect(await settled(1)).toBe(1);
  await writeFile(elsewhere, '2');
  expect(await settled(2)).toBe(2);
  watching.follow([elsewhere]);
  await writeFile(path('c'), '2');
  expect(await settled(2)).toBe(2);
  await writeFile(elsewhere, '3');
  watching.close();
  await writeFile(elsewhere, '4');
  expect(await settled(2)).toBe(2);
});
