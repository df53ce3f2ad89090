import { systemError } from './system-error.js';
/** Whether a process runs, of whichever user. */
export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return systemError(error).code === 'EPERM';
  }
}
