import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redocly } from './run-redocly.js';
import { inTemporaryDirectory } from './temporary-directory.js';
import type { Description } from '../../description/types.js';

/**
 * Runs the stock command `redocly build-docs`.
 *
 * @param description What the page shows.
 * @param template The Handlebars text of the page.
 * @param run Runs the command; default: in a process that ends with it.
 * @returns The HTML. Its script is not in it, but asked of another host.
 * @throws Error with one sentence when the command fails.
 */
export async function runRedoc(description: Description, template: string, run: typeof redocly = redocly): Promise<string> {
  return inTemporaryDirectory(async (directory) => {
    const config = { telemetry: 'off', openapi: { htmlTemplate: 'template.hbs' } };
    await Promise.all([
      writeFile(join(directory, 'openapi.json'), JSON.stringify(description)),
      writeFile(join(directory, 'redocly.yaml'), JSON.stringify(config)),
      writeFile(join(directory, 'template.hbs'), template),
    ]);
    await run(['build-docs', 'openapi.json', '--output', 'index.html'], directory).catch((error: unknown) => {
      throw new Error(`The docs were not built: redocly build-docs said "${(error as Error).message}".`);
    });
    return await readFile(join(directory, 'index.html'), 'utf8');
  });
}
