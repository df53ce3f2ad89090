import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFlags } from '../../src/mock/read-flags.js';
import { root } from '../support/command.js';

const readme = await readFile(join(root, 'src/mock/README.md'), 'utf8');
const [, section = ''] = /\n## Coming from Prism\n([^]*?)\n## /.exec(readme) ?? [];

/** The flags in the first cell of the matching rows. */
function flagsOfRows(pattern: RegExp): string[] {
  const rows = section.split('\n').filter((row) => pattern.test(row));
  return rows
    .flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.split(' ')))
    .filter((word) => word.startsWith('-'));
}

/** Prism's own commands, with the flag parser that they use. */
const requireOfPrism = createRequire(createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json'));
const readerOfFlags = requireOfPrism('yargs') as () => {
  command: (command: unknown) => { parse: (args: string, print: Print) => void };
};
type Print = (error: unknown, values: unknown, output: string) => void;

test.for(['mock', 'proxy'])('each flag of "prism %s" is in the table', async (name) => {
  const { default: command } = requireOfPrism(`./dist/commands/${name}.js`) as { default: unknown };
  const help = await new Promise<string>((resolve) => {
    readerOfFlags()
      .command(command)
      .parse(`${name} --help`, (_error, _values, output) => resolve(output));
  });
  const flags = [...help.matchAll(/^ +(?:-\w, )?(--[\w-]+) {2}/gm)].map(([, flag = '']) => flag);
  expect(flags).toContain('--port');
  expect(flags.filter((flag) => !section.includes(`\`${flag}\``))).toEqual([]);
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
