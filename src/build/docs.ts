import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Description } from '../description/types.js';
import { beside, runRedoc } from '../docs/redoc.js';

/**
 * Writes the published docs: the page, and the description beside it.
 *
 * @param description The bundled description with its code samples.
 * @param outDirectory Is created; files of these names in it are replaced.
 * @param started Called when the command runs, in a process of its own.
 * @throws Error with one sentence when `redocly build-docs` fails.
 */
export async function buildDocs(description: Description, outDirectory: string, started: () => void): Promise<void> {
  const [template] = await Promise.all([readFile(beside('template.hbs'), 'utf8'), mkdir(outDirectory, { recursive: true })]);
  const page = await runRedoc(description, template, {
    layout: 'three-panel',
    hideDownloadButtons: true,
    jsonSamplesExpandLevel: 'all',
    schemasExpansionLevel: 'all',
    sortRequiredPropsFirst: true,
    hideSchemaTitles: true,
    codeSamples: { languages: [{ lang: 'Payload' }] },
  }, started);
  const files = {
    'index.html': page,
    'openapi.yaml': stringify(description),
    'openapi.json': `${JSON.stringify(description, undefined, 2)}\n`,
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(outDirectory, name), text)));
}
