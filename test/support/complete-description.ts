import { dirname } from 'node:path';
import { completeDescription, type Completed } from '../../src/description/complete.js';
import { bundleDescription } from '../../src/build/redocly/bundle.js';
import { lintConfig } from '../../src/build/redocly/lint.js';

/** Reads a description like the build: bundled and completed. */
export async function readCompleteDescription(path: string): Promise<Completed> {
  const bundled = await bundleDescription(await lintConfig(path), { root: path }, dirname(path), false);
  return completeDescription(bundled);
}
