import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownBuild } from '../bench/stock-build.js';
import { root } from '../support/command.js';

/**
 * Builds the description with each version of Node. Their engines know different flags, and a version that does not know one ends
 * at once, or prints an error.
 *
 * @param programs The programs of Node by name.
 * @returns A line for each version: ✓, or ✗ with what it printed as an error.
 */
export async function tryBuild(programs: ReadonlyMap<string, string>): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, program] of programs) {
    const out = await mkdtemp(join(tmpdir(), 'password-reset-runtimes-'));
    const { code, stderr } = await ownBuild(['--description', 'openapi/openapi.yaml', '--out', out], root, program);
    await rm(out, { recursive: true, force: true });
    lines.push(code === 0 && stderr === '' ? `${name}  builds ✓` : `${name}  builds ✗ ${stderr.trim()}`);
  }
  return lines;
}
