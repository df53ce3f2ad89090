import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { InputError } from '../../../src/command/input-error.js';
import { root, runProgram } from '../../support/command.js';
import { compareBothWays, type Result } from '../corpus/both-ways.js';
import { findDescriptions } from '../corpus/find-descriptions.js';
import type { Row } from '../row.js';

export const title = 'Any description: those below a directory, with stock commands and with this project';

/** The minimum number of characters of a description whose time and memory are shown. */
const large = 1_000_000;

/**
 * Builds and serves each description below a directory, and counts how many each way accepts.
 *
 * @param directory A directory with descriptions, or a single description file.
 * @throws InputError when no directory is given, or it contains no description.
 */
export async function measure(directory?: string): Promise<Row[]> {
  if (directory === undefined || !existsSync(directory)) {
    throw new InputError('Name a directory with OpenAPI descriptions: npm run bench -- corpus DIRECTORY.');
  }
  const from = resolve(directory);
  const files = /\.(ya?ml|json)$/.test(from) ? [from] : await findDescriptions(from);
  if (files.length === 0) throw new InputError(`There is no OpenAPI 3 description below ${directory}.`);
  if (!existsSync(join(root, 'dist/src/mock/command.js'))) await runProgram('src/build/run.js');
  const temporary = await mkdtemp(join(tmpdir(), 'password-reset-corpus-'));
  try {
    const results = new Map<string, Result>();
    for (const [index, file] of files.entries()) {
      const name = relative(from, file) || file;
      console.log(`${index + 1}/${files.length} ${name}`);
      results.set(name, await compareBothWays(file, join(temporary, 'one')));
    }
    return [...counts(results), ...costs(results), ...gaps(results)];
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The number of descriptions that each stock command accepts, and that this project accepts instead. */
function counts(results: Map<string, Result>): Row[] {
  const all = [...results.values()].flatMap(({ comparisons }) => comparisons);
  const tools = [...new Set(all.map(({ tool }) => tool))];
  return tools.map((tool) => {
    const here = all.filter((one) => one.tool === tool);
    const taken = (who: 'stock' | 'ours'): number => here.filter((one) => one[who]).length;
    return { name: tool, value: `${taken('stock')} of ${results.size}, here ${taken('ours')}` };
  });
}

/** The cost of large descriptions. */
function costs(results: Map<string, Result>): Row[] {
  return [...results].flatMap(([name, { size, build, mock }]) => {
    if (size < large || build.ours.failure !== undefined) return [];
    return [
      ratio(`${name}: build, seconds`, build.ours.seconds, build.stock.seconds, 1),
      ratio(`${name}: build, MB`, build.ours.megabytes, build.stock.megabytes, 1.5),
      ratio(`${name}: first response of the mock, seconds`, mock.ours.seconds, mock.stock.seconds, 1.5),
    ];
  });
}

/** Compares a figure of this project with one of the stock commands. NaN means that it was not reached. */
function ratio(name: string, ours: number, stock: number, limit: number): Row {
  const shown = (figure: number): string => (Number.isNaN(figure) ? 'not reached' : figure.toFixed(2));
  const both = `${shown(ours)}, stock ${shown(stock)}`;
  // If the stock commands have no result, there is no limit.
  if (Number.isNaN(stock)) return { name, value: both };
  if (Number.isNaN(ours)) return { name, value: both, limit: 'reached', met: false };
  const value = `${both}: ratio ${(ours / stock).toFixed(2)}`;
  return { name, value, limit: `<= ${limit.toFixed(2)}`, met: ours / stock <= limit };
}

/** The descriptions that a stock command accepts and this project does not, with the reason. */
function gaps(results: Map<string, Result>): Row[] {
  const found = [...results].flatMap(([name, { comparisons }]) =>
    comparisons
      .filter(({ stock, ours }) => stock && !ours)
      .map(({ tool, reason }): Row => ({ name: `${name}: ${tool}`, value: reason.slice(0, 300), limit: 'taken', met: false })),
  );
  const total = {
    name: 'taken by a stock command and not here',
    value: String(found.length),
    limit: '0',
    met: found.length === 0,
  };
  return [...found, total];
}
