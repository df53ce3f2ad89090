import { parentPort } from 'node:worker_threads';
import type { Answer, Request } from './compiler.js';
import { compilePackage } from './package.js';
import { renderTypes } from '../generate/schema-file.js';

/** What needs the TypeScript compiler. */
export const tasks: { renderTypes: typeof renderTypes; compilePackage: typeof compilePackage } = { renderTypes, compilePackage };

parentPort?.on('message', ({ id, task, input }: Request) => {
  const run = tasks[task] as (input: unknown) => Promise<unknown>;
  run(input).then(
    (value) => parentPort?.postMessage({ id, value } satisfies Answer),
    (error: unknown) => parentPort?.postMessage({ id, error: error as Error } satisfies Answer),
  );
});
