import { readdir, readFile } from 'node:fs/promises';

/** The interval of memory readings, in milliseconds. */
const interval = 100;

/** Watches the memory of a process and of its child processes. */
export interface MemoryWatch {
  /** Ends the watch. @returns The peak of all processes together, in megabytes. */
  end: () => number;
}

/**
 * Watches the memory of a running process and its child processes. It reads `/proc`, which only Linux has.
 *
 * @param pid The process ID.
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

/** A process may end while it is read. Then it has no memory. */
async function readProcess(id: number): Promise<ProcessMemory> {
  const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
  const number = (field: string): number => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  return { parent: number('PPid'), megabytes: number('VmRSS') / 1024 };
}
