import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './command.js';

/** The compiler: that of the project, or the one that `npm run test:compilers` names. */
export const compiler: string = process.env.TEST_COMPILER ?? join(root, 'node_modules/typescript/bin/tsc');

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
 * @throws Error when the compiler complains of anything but these files.
 */
export async function typeProblems(
  directory: string,
  files: string[],
  options: Record<string, unknown> = {},
): Promise<TypeProblem[]> {
  const compilerOptions = { strict: true, noEmit: true, target: 'es2022', module: 'nodenext', ...options };
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
  await writeFile(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const { code, stdout, stderr } = await run(process.execPath, [compiler, '--pretty', 'false'], { cwd: directory });
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
