import { fileURLToPath } from 'node:url';
import { InputError } from '../../src/command/input-error.js';
import { runCommand } from '../../src/command/run-command.js';
import type { Row } from './row.js';

/** A part of the benchmark: a module in `parts/`. */
interface Part {
  title: string;
  /** @param argument The argument after the name of the part. */
  measure: (argument?: string) => Promise<Row[]>;
}

const parts = ['build', 'size', 'mock', 'clock', 'verify', 'proxy', 'client', 'docs', 'dev'];

/** Parts that take so long that they run only by name. */
const longParts = ['mutations', 'kill', 'growth'];

/** The parts that take an argument: a directory with descriptions, one with tests, and a seed. */
const partsWithArgument = ['corpus', 'conformance', 'requests'];

await runCommand(async () => {
  const [first, argument] = process.argv.slice(2);
  const takesArgument = first !== undefined && partsWithArgument.includes(first);
  const chosen = takesArgument ? [first] : process.argv.slice(2);
  const known = [...parts, ...longParts, ...partsWithArgument];
  const unknown = chosen.find((name) => !known.includes(name));
  if (unknown)
    throw new InputError(
      `There is no part "${unknown}" of the benchmark: name any of ${known.join(', ')}, or none for ${parts.join(', ')}.`,
    );
  for (const name of chosen.length > 0 ? chosen : parts) {
    const { title, measure } = (await import(fileURLToPath(new URL(`parts/${name}.ts`, import.meta.url)))) as Part;
    console.log(`\n${title}\n`);
    console.table(
      (await measure(takesArgument ? argument : undefined)).map(({ name: what, value, validates, limit = '', met }) => ({
        what,
        value,
        ...(validates !== undefined && { validates }),
        limit,
        met: met === undefined ? '' : met ? 'yes' : 'NO',
      })),
    );
  }
});
