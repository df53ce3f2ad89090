import { Worker } from 'node:worker_threads';

/** A pattern and the text to match it with. */
export interface Trial {
  pattern: RegExp;
  text: string;
}

interface Waiting extends Trial {
  deadline: number;
  answer: (isMatch: boolean | undefined) => void;
}

/** Needs no module, so that it starts fast and with any loader. */
const program = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ pattern, text }) => parentPort.postMessage(pattern.test(text)));
`;

const queue: Waiting[] = [];
let worker: Worker | undefined;
let running: Waiting | undefined;

/**
 * Matches a pattern in another thread. All callers share one thread and wait for each other.
 *
 * @param deadline The time limit, on the clock of `performance.now`.
 * @returns Whether it matches; `undefined` if the deadline comes first, or if no thread can start.
 */
export function matchesElsewhere(trial: Trial, deadline: number): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => giveUp(waiting), Math.max(0, deadline - performance.now()));
    const waiting: Waiting = {
      ...trial,
      deadline,
      answer: (isMatch) => {
        clearTimeout(timer);
        resolve(isMatch);
      },
    };
    queue.push(waiting);
    startNext();
  });
}

function startNext(): void {
  if (running) return;
  running = queue.shift();
  if (!running) return;
  worker ??= started();
  worker.postMessage({ pattern: running.pattern, text: running.text });
}

function started(): Worker {
  const thread = new Worker(program, { eval: true, execArgv: [] });
  thread.on('message', finish);
  thread.on('error', () => {
    worker = undefined;
    finish(undefined);
  });
  thread.unref();
  return thread;
}

/** In milliseconds. Starting a thread takes time and blocks this one. It is not worth it if less time than this is left. */
const leastLeft = 50;

function finish(isMatch: boolean | undefined): void {
  running?.answer(isMatch);
  running = undefined;
  const isTooLate = ({ deadline }: Waiting): boolean => !worker && deadline - performance.now() < leastLeft;
  while (queue[0] && isTooLate(queue[0])) queue.shift()?.answer(undefined);
  startNext();
}

/** Ends the thread that is busy with a trial. Nothing else can stop a regular expression. */
function giveUp(waiting: Waiting): void {
  if (waiting === running) {
    void worker?.removeAllListeners().terminate();
    worker = undefined;
    finish(undefined);
  } else {
    queue.splice(queue.indexOf(waiting), 1);
    waiting.answer(undefined);
  }
}
