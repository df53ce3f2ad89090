import { systemError } from './system-error.js';
/** Whether a process is running. It may belong to any user. */
export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return systemError(error).code === 'EPERM';
  }
}
