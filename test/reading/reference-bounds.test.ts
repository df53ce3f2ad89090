import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refusedReference } from '../../src/reading/reference-bounds.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

it.for<[string, string, string | undefined]>([
  ['the folder itself', '.', undefined],
  ['a file in it', 'a.yaml', undefined],
  ['a file in a folder of it', 'parts/a.yaml', undefined],
  ['a file whose name begins with two dots', '..a.yaml', undefined],
  ['a file in a folder whose name begins with two dots', '..parts/a.yaml', undefined],
  ['a file that is not there', 'nowhere.yaml', undefined],
  ['a file in a folder that is not there', 'nowhere/a.yaml', undefined],
  ['a file that is not there, outside', '../nowhere.yaml', 'leaves the folder'],
  ['a folder that is not there, outside', '../nowhere/at/all.yaml', 'leaves the folder'],
  ['the folder above', '..', 'leaves the folder'],
  ['a file beside the folder', '../a.yaml', 'leaves the folder'],
  ['a folder whose name begins as its own', '../apis/a.yaml', 'leaves the folder'],
])('a reference to %s', async ([, target, refusal], context) => {
  const directory = await temporaryDirectory(context);
  for (const folder of ['api/parts', 'api/..parts', 'apis']) await mkdir(join(directory, folder), { recursive: true });
  const files = ['a.yaml', 'apis/a.yaml', 'api/a.yaml', 'api/..a.yaml', 'api/parts/a.yaml', 'api/..parts/a.yaml'];
  for (const file of files) await writeFile(join(directory, file), 'a: 1');
  const root = join(directory, 'api/openapi.yaml');
  const bounds = { root };
  const said = refusal === undefined ? undefined : (expect.stringContaining(refusal) as unknown);
  expect(await refusedReference(join(directory, 'api', target), bounds)).toEqual(said);
  expect(await refusedReference(join(directory, 'api', target), { ...bounds, external: true })).toBeUndefined();
});

it('a reference to a device is refused where references may lead anywhere', async () => {
  expect(await refusedReference('/dev/null', { root: import.meta.filename, external: true })).toBe(
    '/dev/null is not a regular file.',
  );
});

it.each([
  ['https://a.example/openapi.yaml', 'https://a.example/parts/a.yaml', undefined],
  ['https://a.example/openapi.yaml', 'https://a.example:444/a.yaml', 'another server, https://a.example:444/a.yaml:'],
  ['https://a.example/openapi.yaml', 'http://a.example/a.yaml', 'another server, http://a.example/a.yaml:'],
  ['https://a.example/openapi.yaml', 'https://a.example.org/a.yaml', 'another server, https://a.example.org/a.yaml:'],
  ['https://a.example/openapi.yaml', 'https://me:secret@b.example/a?key=secret', 'another server, https://b.example/a:'],
  ['https://a.example/openapi.yaml', import.meta.filename, 'leads from a server to the file'],
])('of the description %s a reference to %s', async (root, target, refusal) => {
  const said = refusal === undefined ? undefined : (expect.stringContaining(refusal) as unknown);
  expect(await refusedReference(target, { root })).toEqual(said);
  expect(await refusedReference(target, { root, external: true })).toBeUndefined();
});
