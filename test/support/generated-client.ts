import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';
import { renderOperations } from '../../src/build/generate/operations-file.js';
import type { ClientDescription } from '../../src/client/index.js';
import * as client from '../../src/client/index.js';
import type { Description } from '../../src/description/types.js';

/** Runs the text that the build writes for the client of a description, and gives what it exports. */
export function generatedClient(description: Description): ClientDescription {
  const { code } = transformSync(renderOperations(description, 'client'), { loader: 'ts', format: 'cjs' });
  const module = { exports: {} as { description: ClientDescription } };
  const run = compileFunction(code, ['module', 'require']) as (target: typeof module, require: () => typeof client) => void;
  run(module, () => client);
  return module.exports.description;
}
