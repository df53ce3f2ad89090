import { Worker } from 'node:worker_threads';

/** A pattern and the text that it is tried on. */
export interface Trial {
  pattern: RegExp;
  text: string;
}

interface Waiting extends Trial {
  deadline: number;
  answer: (isMatch: boolean | undefined) => void;
}

/** Needs no module, so that it starts at once and under any loader. */
const program = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ pattern, text }) => parentPort.postMessage(pattern.test(text)));
`;

const queue: Waiting[] = [];
let worker: Worker | undefined;
let running: Waiting | undefined;

/**
 * Matches a pattern in another thread. All who ask share one thread: they wait for one another.
 *
 * @param deadline When the answer is of no use any more, on the clock of `performance.now`.
 * @returns Whether it matches; `undefined` when the deadline comes first, or there can be no thread.
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
    if (worker === thread) worker = undefined;
    finish(undefined);
  });
  thread.unref();
  return thread;
}

/** Starting a thread takes a while, and holds this one: it is not worth it for who has less time left, in milliseconds. */
const leastLeft = 50;

function finish(isMatch: boolean | undefined): void {
  running?.answer(isMatch);
  running = undefined;
  const isTooLate = ({ deadline }: Waiting): boolean => !worker && deadline - performance.now() < leastLeft;
  while (queue[0] && isTooLate(queue[0])) queue.shift()?.answer(undefined);
  startNext();
}

/** Ends the thread that is busy with a trial; nothing else ends a regular expression. */
function giveUp(waiting: Waiting): void {
  if (waiting === running) {
    const thread = worker;
    worker = undefined;
    thread?.removeAllListeners();
    void thread?.terminate();
    finish(undefined);
  } else {
    queue.splice(queue.indexOf(waiting), 1);
    waiting.answer(undefined);
  }
}
