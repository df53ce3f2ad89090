import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';
import { renderClientFiles, type ClientFiles } from '../../src/build/generate/client-files.js';
import type { ClientDescription } from '../../src/client/index.js';
import * as client from '../../src/client/generated-imports.js';
import type { Description } from '../../src/description/types.js';

/** Runs the generated client files of a description. Returns their exports. */
export function generatedClient(description: Description): ClientDescription {
  const files = renderClientFiles(description, 'client');
  const { exports } = load(files, 'operations.ts') as { exports: { description: ClientDescription } };
  return exports.description;
}

/** The generated client files of a description, as one text. */
export function clientText(description: Description): string {
  return Object.values(renderClientFiles(description, 'client')).join('\n');
}

function load(files: ClientFiles, name: 'operations.ts' | 'each-operation.ts'): { exports: object } {
  const { code } = transformSync(files[name], { loader: 'ts', format: 'cjs' });
  const module = { exports: {} };
  const run = compileFunction(code, ['module', 'require']) as (target: typeof module, require: (name: string) => object) => void;
  run(module, (imported) => (imported === 'client' ? client : load(files, 'each-operation.ts').exports));
  return module;
}
