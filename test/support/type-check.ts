import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './command.js';

/** The compiler of the project, or the one that `npm run test:compilers` sets. */
export const compiler: string = process.env.TEST_COMPILER ?? join(root, 'node_modules/typescript/bin/tsc');

/** An error of the compiler. */
export interface TypeProblem {
  /** The file, relative to the directory that was checked. */
  file: string;
  line: number;
  message: string;
}

/**
 * Type-checks TypeScript files as a strict project of ES modules.
 *
 * @param directory The directory of the files. The compiler's configuration is written to it.
 * @param files Their paths below the directory.
 * @param options Further compiler options.
 * @throws Error when the compiler reports an error outside these files.
 */
export async function typeProblems(
  directory: string,
  files: string[],
  options: Record<string, unknown> = {},
): Promise<TypeProblem[]> {
  // The compiler's own declarations need no check, which takes longer than that of a small program.
  const always = { strict: true, noEmit: true, skipDefaultLibCheck: true, target: 'es2022', module: 'nodenext' };
  const compilerOptions = { ...always, ...options };
  await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
  await writeFile(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  const { code, stdout, stderr } = await run(process.execPath, [compiler, '--pretty', 'false'], { cwd: directory });
  // A message may have several lines. All but the first are indented.
  const messages = stdout.split(/\n(?=\S)/).filter((message) => message.trim() !== '');
  const problems = messages.map((message) => {
    const [, file, line, text] = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/s.exec(message.trim()) ?? [];
    if (file === undefined || text === undefined || !files.includes(file)) throw new Error(`The compiler says: ${message}`);
    return { file, line: Number(line), message: text };
  });
  if ((code === 0) !== (problems.length === 0)) throw new Error(`The compiler ended with ${code}: ${stdout}${stderr}`);
  return problems;
}
