/** Lines for standard output, and a way to write those that wait. */
export interface LogWriter {
  write(line: string): void;
  /** Writes what waits at once. */
  flush(): void;
}

/** So long a line may wait for others, in milliseconds. */
const longestWait = 5;

/** Writes the lines of a few milliseconds in one go: under load, a write for each costs more than a response. */
export function logWriter(output: Pick<NodeJS.WritableStream, 'write'> = process.stdout): LogWriter {
  let pending = '';
  const flush = (): void => {
    if (pending !== '') output.write(pending);
    pending = '';
  };
  return {
    write: (line) => {
      if (pending === '') setTimeout(flush, longestWait);
      pending += `${line}\n`;
    },
    flush,
  };
}
