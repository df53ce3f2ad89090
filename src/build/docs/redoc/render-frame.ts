import { runRedoc } from '../../redocly/build-docs.js';
import type { redocly } from '../../redocly/run-redocly.js';
import type { Description } from '../../../description/types.js';
import { pageDescription } from './page-description.js';
import { readRedocFrame, redocTemplate, type RedocFrame } from './redoc-frame.js';

/**
 * Has Redoc render what the page takes from it.
 *
 * @param description The bundled description; it is not changed.
 * @param run Runs the command of Redoc; default: in a process that ends with it.
 * @throws Error with one sentence when `redocly build-docs` fails, or when its markup is not what is expected.
 */
export async function renderRedocFrame(description: Description, run?: typeof redocly): Promise<RedocFrame> {
  return readRedocFrame(await runRedoc(pageDescription(description), redocTemplate, run));
}
