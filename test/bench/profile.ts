import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Profile {
  nodes: Array<{ id: number; callFrame: { functionName: string; url: string } }>;
  samples: number[];
  timeDeltas: number[];
}

/**
 * Reads the CPU profile that Node has written to a directory (`--cpu-prof`).
 *
 * @returns The shares of the busy time by category, the largest first.
 */
export async function busyShares(directory: string): Promise<Array<[what: string, share: number]>> {
  const [file = ''] = await readdir(directory);
  const { nodes, samples, timeDeltas } = JSON.parse(await readFile(join(directory, file), 'utf8')) as Profile;
  const what = new Map(nodes.map(({ id, callFrame }) => [id, area(callFrame)]));
  const times = new Map<string, number>();
  samples.forEach((id, index) => {
    const name = what.get(id);
    if (name) times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  });
  const busy = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times].map(([name, time]): [string, number] => [name, time / busy]).sort(([, one], [, other]) => other - one);
}

/** The category of a function; `undefined` for waiting. */
function area({ functionName, url }: { functionName: string; url: string }): string | undefined {
  if (functionName === '(idle)') return undefined;
  if (functionName === '(garbage collector)') return 'collecting garbage';
  if (/^(writev?|writeUtf8String|writeLatin1String|writeBuffer|shutdown)$/.test(functionName) && url === '')
    return 'writing to sockets (the kernel)';
  if (url.includes('/node_modules/')) return 'Prism and what it is made of';
  if (url.startsWith('file:')) return 'the mock itself';
  return "Node's HTTP and streams";
}
