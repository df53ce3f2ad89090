import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ending } from '../../support/command.js';
import { copyTracked } from '../../support/project.js';
import { median } from '../figures.js';
import type { Row } from '../row.js';
import { ownBuild, secondsOf, stockBuild } from '../stock-build.js';

export const title = 'Build: npm run build against the stock commands one after the other';

const description = 'openapi/openapi.yaml';
const rounds = 5;

/** Times both ways to build alternately, so that other load on the machine affects both. */
export async function measure(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'password-reset-bench-'));
  try {
    await copyTracked(directory);
    const stockDirectory = join(directory, 'stock');
    const stock = stockBuild(description, stockDirectory, directory);
    const times = new Map<string, number[]>();
    const time = async (name: string, work: () => Promise<Ending>): Promise<void> => {
      times.set(name, [...(times.get(name) ?? []), await secondsOf(name, work)]);
    };
    await mkdir(stockDirectory);
    const text = await readFile(join(directory, description), 'utf8');
    for (let round = 0; round < rounds; round += 1) {
      // As after an edit: each one replaces its outputs of the round before.
      await writeFile(join(directory, description), `${text}\nx-round: ${round}\n`);
      for (const [name, work] of stock) await time(name, work);
      await time('npm run build', () => ownBuild([], directory));
    }
    const together = stock.reduce((sum, [name]) => sum + median(times.get(name) ?? []), 0);
    const ratio = median(times.get('npm run build') ?? []) / together;
    return [
      ...[...times].map(([name, seconds]) => ({ name, value: `${median(seconds).toFixed(2)} s` })),
      { name: 'ratio', value: ratio.toFixed(2), limit: '<= 0.85', met: ratio <= 0.85 },
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
