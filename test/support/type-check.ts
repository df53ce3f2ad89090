import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './command.js';

/** What the compiler says of a place in a file. */
export interface TypeProblem {
  /** The file, relative to the directory that was checked. */
  file: string;
  line: number;
  message: string;
}

/**
 * Type-checks TypeScript files as a strict project of ES modules.
 *
 * @param directory Where they are; the compiler's configuration is written into it.
 * @param files Their paths below the directory.
 * @param options Compiler options beside the usual ones.
 * @param compiler The package of the compiler. Default: the one that checks this project.
 * @throws Error when the compiler complains of anything but these files.
 */
export async function typeProblems(
  directory: string,
  files: string[],
  options: Record<string, unknown> = {},
  compiler: 'typescript-current' | 'typescript' = 'typescript-current',
): Promise<TypeProblem[]> {
  const compilerOptions = { strict: true, noEmit: true, target: 'es2022', module: 'nodenext', ...options };
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
  await writeFile(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const command = join(root, 'node_modules', compiler, 'bin/tsc');
  const { code, stdout, stderr } = await run(process.execPath, [command, '--pretty', 'false'], { cwd: directory });
  // A message may go over several lines, the later ones of them indented.
  const messages = stdout.split(/\n(?=\S)/).filter((message) => message.trim() !== '');
  const problems = messages.map((message) => {
    const [, file, line, text] = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/s.exec(message.trim()) ?? [];
    if (file === undefined || text === undefined || !files.includes(file)) throw new Error(`The compiler says: ${message}`);
    return { file, line: Number(line), message: text };
  });
  if ((code === 0) !== (problems.length === 0)) throw new Error(`The compiler ended with ${code}: ${stdout}${stderr}`);
  return problems;
}
