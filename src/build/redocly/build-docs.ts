import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectDirectory } from '../../command/files/project-directory.js';
import type { Description } from '../../description/types.js';
import { redocly } from './run-redocly.js';
import { inTemporaryDirectory } from './temporary-directory.js';

/**
 * Has Redoc render a description, as `redocly build-docs --inlineBundle` does with the `redocly.yaml` of this project:
 * its options, its template, no telemetry. The Content-Security-Policy alone is stricter: it names the scripts of the page,
 * so that no other runs, such as one that a description brings.
 *
 * @param description The bundled description with its code samples.
 * @param signal Ends the command. Default: it ends by itself.
 * @returns The HTML.
 * @throws InputError with one sentence when the command fails.
 */
export async function buildDocs(description: Description, signal?: AbortSignal): Promise<string> {
  return inTemporaryDirectory(async (directory) => {
    await writeFile(join(directory, 'openapi.json'), JSON.stringify(description));
    const config = join(projectDirectory(), 'redocly.yaml');
    await redocly(
      ['build-docs', 'openapi.json', '--inlineBundle', '--config', config, '--output', 'redoc.html'],
      directory,
      signal,
    );
    return withScriptsNamed(await readFile(join(directory, 'redoc.html'), 'utf8'));
  });
}

/** The policy of a template cannot know the scripts of the page. */
function withScriptsNamed(page: string): string {
  const scripts = [...page.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
  const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return page.replace("script-src 'unsafe-inline'", () => `script-src ${hashes.join(' ')}`);
}
