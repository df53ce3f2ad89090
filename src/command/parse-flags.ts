import { parseArgs } from 'node:util';
import { InputError } from './input-error.js';
import { systemError } from './system-error.js';

/** A flag: how it is read, and what help says of it. */
export interface Flag {
  /** `string` takes a value, `boolean` is a switch. */
  type: 'string' | 'boolean';
  /** One letter, without its dash. */
  short?: string;
  /** What stands for the value in help, such as `<file>`. */
  value?: string;
  /** What it does; help does not show a flag without it. */
  help?: string;
}

/** The flags of a command, in the order of its help. */
export type Flags = Record<string, Flag>;

/** The values of flags: text for a flag with a value, `true` for a given switch. */
export type FlagValues<T extends Flags> = {
  [Name in keyof T]?: T[Name] extends { type: 'string' } ? string : boolean;
};

/**
 * Reads the arguments of a command.
 *
 * @param flags The flags that the command takes; it takes no other argument.
 * @param usage One line that shows how to call the command.
 * @returns The value of each flag that was given.
 * @throws InputError for an unknown flag, a flag without its value, or an argument that is no flag.
 */
export function parseFlags<const T extends Flags>(flags: T, usage: string): FlagValues<T> {
  return read(() => parseArgs({ options: flags, strict: true, allowPositionals: false }), usage).values;
}

/**
 * Reads the arguments of a command that takes one argument besides its flags.
 *
 * @param args The arguments, without the program.
 * @param flags The flags that the command takes.
 * @param usage One line that shows how to call the command.
 * @returns The value of each flag that was given, and the argument.
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

/** A name that is longer stands on a line of its own. */
const widest = 24;

/** What help says of flags: a line for each, and more where the text has more. */
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
    // The first sentence of Node's message says what is wrong; its hint about "--" does not apply here.
    const [sentence = ''] = systemError(error).message.split(/\.?(?:\n|$|\. )/);
    const reason = sentence.replaceAll(/'(-[^']*)'/g, '$1');
    throw new InputError(`${reason}. Usage: ${usage}`);
  }
}
