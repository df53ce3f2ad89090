/** Writes lines to standard output. */
export interface LogWriter {
  /** Writes a line soon, together with others. */
  write(line: string): void;
  /** Writes all waiting lines at once. */
  flush(): void;
}

/** The longest time that a line waits for other lines, in milliseconds. */
const longestWait = 5;

/** Makes a writer that collects the lines of a few milliseconds. Under load, one write for each line would cost too much. */
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
