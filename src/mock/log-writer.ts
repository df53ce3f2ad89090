/** Writes lines to standard output. */
export interface LogWriter {
  /** Writes a line: right after the current work when none was written lately, else together with others. */
  write(line: string): void;
  /** Writes all waiting lines at once. */
  flush(): void;
}

/** The shortest time between two writes, in milliseconds. A reader does not notice it. */
const pause = 50;

/**
 * Makes a writer that keeps a pause between two writes: under load, one write for each line would cost more than the line. The
 * lines that wait are written when the process ends, also after an error.
 */
export function logWriter(output: Pick<NodeJS.WritableStream, 'write'> = process.stdout): LogWriter {
  let waiting = '';
  let isPausing = false;
  const flush = (): void => {
    if (waiting !== '') output.write(waiting);
    waiting = '';
  };
  const goOn = (): void => {
    isPausing = waiting !== '';
    flush();
    if (isPausing) setTimeout(goOn, pause).unref();
  };
  process.once('exit', flush);
  return {
    write: (line) => {
      waiting += `${line}\n`;
      if (isPausing) return;
      isPausing = true;
      setImmediate(goOn);
    },
    flush,
  };
}
