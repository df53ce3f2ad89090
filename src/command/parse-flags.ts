import { parseArgs } from 'node:util';
import { InputError } from './input-error.js';
import { systemError } from './system-error.js';

/** A flag, and its line in the help text. */
export interface Flag {
  /** `string` takes a value, `boolean` is a switch. */
  type: 'string' | 'boolean';
  /** The short form: one letter, without the dash. */
  short?: string;
  /** The placeholder for the value in the help text, such as `<file>`. */
  value?: string;
  /** Says what the flag does. The help text leaves out a flag without it. */
  help?: string;
}

/** The flags of a command by name, in the order of the help text. */
export type Flags = Record<string, Flag>;

/** The values of the given flags: text for a `string` flag, `true` for a switch. */
export type FlagValues<T extends Flags> = {
  [Name in keyof T]?: T[Name] extends { type: 'string' } ? string : boolean;
};

/**
 * Reads the arguments of a command that takes only flags.
 *
 * @param usage One line that shows how to call the command.
 * @throws InputError for an unknown flag, a flag without its value, or an argument that is not a flag.
 */
export function parseFlags<const T extends Flags>(flags: T, usage: string): FlagValues<T> {
  return read(() => parseArgs({ options: flags, strict: true, allowPositionals: false }), usage).values;
}

/**
 * Reads the arguments of a command that takes flags and at most one other argument.
 *
 * @param args The arguments, without the name of the program.
 * @param usage One line that shows how to call the command.
 * @throws InputError for an unknown flag, a flag without its value, or a second argument.
 */
export function parseArguments<const T extends Flags>(
  args: string[],
  flags: T,
  usage: string,
): { flags: FlagValues<T>; argument: string | undefined } {
  const { values, positionals } = read(() => parseArgs({ args, options: flags, strict: true, allowPositionals: true }), usage);
  const [argument, second] = positionals;
  if (second !== undefined) throw new InputError(`Unexpected argument '${second}'. Usage: ${usage}`);
  return { flags: values, argument };
}

/** The help text of a longer name starts on the next line. */
const widest = 24;

/** Writes the lines of the help text for flags. A flag has as many lines as its text. */
export function flagLines(flags: Flags): string {
  const shown = Object.entries(flags).filter(([, { help }]) => help !== undefined);
  const isShortAnywhere = shown.some(([, { short }]) => short !== undefined);
  const rows = shown.map(([name, { short, value, help = '' }]) => {
    const before = short === undefined ? (isShortAnywhere ? '    ' : '') : `-${short}, `;
    return { name: `  ${before}--${name}${value === undefined ? '' : ` ${value}`}`, help };
  });
  const width = Math.min(widest, Math.max(...rows.map(({ name }) => name.length))) + 2;
  return rows
    .map(({ name, help }) => {
      const start = name.length > widest ? `${name}\n${' '.repeat(width)}` : name.padEnd(width);
      return start + help.replaceAll('\n', `\n${' '.repeat(width)}`);
    })
    .join('\n');
}

function read<T>(parse: () => T, usage: string): T {
  try {
    return parse();
  } catch (error) {
    // Only the first sentence of Node's message says what is wrong. Its hint about "--" does not apply here.
    const [sentence = ''] = systemError(error).message.split(/\.\s/);
    const reason = sentence.replaceAll(/'(-[^']*)'/g, '$1');
    throw new InputError(`${reason}. Usage: ${usage}`);
  }
}
