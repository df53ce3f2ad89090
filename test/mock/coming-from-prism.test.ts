import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFlags } from '../../src/mock/read-flags.js';
import { root, runTool } from '../support/command.js';

const readme = await readFile(join(root, 'src/mock/README.md'), 'utf8');
const [, section = ''] = /\n## Coming from Prism\n([^]*?)\n## /.exec(readme) ?? [];

/** The flags in the first cell of the rows that match. */
function flagsOfRows(pattern: RegExp): string[] {
  const rows = section.split('\n').filter((row) => pattern.test(row));
  return rows
    .flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.split(' ')))
    .filter((word) => word.startsWith('-'));
}

test.concurrent.for(['mock', 'proxy'])('each flag of "prism %s" is in the table', async (command, context) => {
  const { stdout } = await runTool('prism', [command, '--help']);
  const flags = [...stdout.matchAll(/^ +(?:-\w, )?(--[\w-]+) {2}/gm)].map(([, flag = '']) => flag);
  context.expect(flags).toContain('--port');
  context.expect(flags.filter((flag) => !section.includes(`\`${flag}\``))).toEqual([]);
});

test.each(flagsOfRows(/\| the same/).map((flag) => [flag]))('%s, which the table has as the same, is taken', (flag) => {
  const values: Record<string, string[]> = {
    '-p': ['1'],
    '--port': ['1'],
    '-h': ['::1'],
    '--host': ['::1'],
    '--seed': ['a'],
    '--json-schema-faker-fillProperties': ['false'],
  };
  expect(() => readFlags([flag, ...(values[flag] ?? [])])).not.toThrow();
});

test.each(flagsOfRows(/\| left out/).map((flag) => [flag]))('%s, which the table has as left out, is refused', (flag) => {
  expect(() => readFlags([flag])).toThrow(/^Unknown option /);
});
