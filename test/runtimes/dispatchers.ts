import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from '../../src/build/generate/readme-tables.js';
import { cacheOf } from '../support/install-into-cache.js';
import { run } from '../support/command.js';

const cache = cacheOf('runtimes');

/** The call for each version of undici. */
export interface DispatcherTask {
  operationId: string;
  /** Without the body. */
  init: object;
  body: string;
  /** The status code of the server and the mock agent. */
  status: number;
}

/**
 * Sends a GET body through the agents of each installed version of undici, on each version of Node.
 *
 * @returns A row for each Node. A cell is `✓` if the body reached the agent; else it names what the client does instead by
 *   design, or has a `✗` with the error.
 */
export async function tryDispatchers(task: DispatcherTask): Promise<Row[]> {
  const { dependencies } = JSON.parse(await readFile(join(cache, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const installed = (prefix: string): Array<[name: string, version: string]> =>
    Object.entries(dependencies).flatMap(([name, wanted]) =>
      name.startsWith(prefix) ? [[name, wanted.replace(/^.*@/, '')] as [string, string]] : [],
    );
  const rows: Row[] = [];
  for (const [node, version] of installed('node-')) {
    const row: Row = { runtime: `Node ${version}` };
    for (const [undici, undiciVersion] of installed('undici-')) {
      const command = join(cache, 'node_modules', node, 'bin/node');
      const { stdout, stderr } = await run(command, ['programs/dispatchers.js', JSON.stringify({ ...task, undici })], {
        cwd: cache,
      });
      row[`undici ${undiciVersion}`] = stdout
        ? cell(JSON.parse(stdout) as Record<string, string>)
        : `✗ ${stderr.split('\n')[0] ?? ''}`;
    }
    rows.push(row);
  }
  return rows;
}

/** Groups the ways with the same outcome. */
function cell(results: Record<string, string>): string {
  if (results['does not load'] !== undefined) return 'does not load here';
  const ways = (outcome: string): string =>
    Object.keys(results)
      .filter((way) => results[way] === outcome)
      .join(', ');
  const others = [...new Set(Object.values(results))].filter((outcome) => outcome !== 'sent');
  return others.length === 0 ? '✓' : others.map((outcome) => `${ways(outcome)}: ${outcome}`).join('; ');
}
