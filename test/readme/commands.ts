import { readmeBlocks } from './blocks.js';

/** A command of a README. */
export interface Command {
  readme: string;
  command: string;
  /** The output that the README shows; `undefined` if it shows none. */
  output: string | undefined;
}

/**
 * The distinct commands in the shell blocks of all READMEs: the lines of `sh` blocks, and the lines after `$ ` in `console`
 * blocks, with the output below them.
 */
export async function commands(): Promise<Command[]> {
  const all = (await readmeBlocks()).flatMap(({ readme, language, code }): Command[] => {
    if (language === 'sh') return lines(code).map((command) => ({ readme, command, output: undefined }));
    if (language !== 'console') return [];
    return code
      .split(/^\$ /m)
      .slice(1)
      .flatMap((entry) => {
        const [, line = '', output = ''] = /^((?:.*\\\n)*.*)\n?([^]*)$/.exec(entry) ?? [];
        const all = lines(line);
        return all.map((command, index) => ({ readme, command, output: index === all.length - 1 ? output.trim() : undefined }));
      });
  });
  const withOutput = all.filter(({ output }) => output !== undefined);
  const others = all.filter(({ output, command }) => output === undefined && !withOutput.some((one) => one.command === command));
  return [...withOutput, ...new Map(others.map((one) => [one.command, one])).values()];
}

function lines(code: string): string[] {
  return code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .flatMap((line) => line.split(' && '))
    .map((line) => line.replace(/ # .*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
