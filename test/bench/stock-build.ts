import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, runTool, type Ending } from '../support/command.js';

/**
 * Runs the build as `npm run build` does, with the same flags of Node, but without npm.
 *
 * @param args The arguments of the build.
 * @param project The directory of the project.
 * @param program The program of Node. Default: the running one.
 */
export async function ownBuild(args: string[], project: string, program: string = process.execPath): Promise<Ending> {
  const { scripts } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as { scripts: { build: string } };
  const [, ...command] = scripts.build.split(' ');
  return run(program, [...command, ...args], { cwd: project });
}

/**
 * The stock commands that together produce the outputs of one build.
 *
 * @param description The root file of a description.
 * @param out The existing directory that they write to.
 * @param cwd The directory in which Redocly looks for its configuration.
 * @returns The commands by name, in the order of execution.
 */
export function stockBuild(description: string, out: string, cwd: string): Array<[name: string, run: () => Promise<Ending>]> {
  const at = (name: string): string => join(out, name);
  const redocly = (...args: string[]) => runTool('redocly', args, { cwd });
  return [
    ['redocly lint', () => redocly('lint', description)],
    ['redocly bundle', () => redocly('bundle', description, '-o', at('openapi.yaml'))],
    ['openapi-typescript', () => runTool('openapi-typescript', [description, '-o', at('schema.d.ts')], { cwd })],
    ['redocly build-docs --inlineBundle', () => redocly('build-docs', description, '--inlineBundle', '-o', at('index.html'))],
  ];
}

/** Runs a command to its end. @returns The seconds it took. @throws Error when it failed. */
export async function secondsOf(name: string, work: () => Promise<Ending>): Promise<number> {
  const start = performance.now();
  const { code, stderr } = await work();
  if (code !== 0) throw new Error(`${name} failed: ${stderr}`);
  return (performance.now() - start) / 1000;
}
