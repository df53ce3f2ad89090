import { readdir, readFile } from 'node:fs/promises';

/** How often the memory is read, in milliseconds. */
const interval = 100;

/** What watches the memory of a process and of those that it starts. */
export interface MemoryWatch {
  /** Ends the watch. @returns The most that all processes together had at one time, in megabytes. */
  end: () => number;
}

/**
 * Watches how much memory a process and those that it starts have in use, while it runs. It reads `/proc`, which only
 * Linux has.
 *
 * @param pid The process.
 */
export function watchMemory(pid: number): MemoryWatch {
  let most = 0;
  let isReading = false;
  const timer = setInterval(() => {
    if (isReading) return;
    isReading = true;
    void memoryOf(pid).then((megabytes) => {
      most = Math.max(most, megabytes);
      isReading = false;
    });
  }, interval);
  return {
    end: () => {
      clearInterval(timer);
      return most;
    },
  };
}

interface ProcessMemory {
  parent: number;
  megabytes: number;
}

async function memoryOf(pid: number): Promise<number> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = new Map(await Promise.all(ids.map(async (id) => [id, await readProcess(id)] as const)));
  const isBelow = (id: number): boolean => id === pid || (all.has(id) && isBelow(all.get(id)?.parent ?? 0));
  return [...all].filter(([id]) => isBelow(id)).reduce((sum, [, { megabytes }]) => sum + megabytes, 0);
}

/** A process may end while it is read; it has no memory then. */
async function readProcess(id: number): Promise<ProcessMemory> {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  const number = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  return { parent: number('PPid'), megabytes: number('VmRSS') / 1024 };
}
