import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectDirectory } from '../../command/files/project-directory.js';
import type { Description } from '../../description/types.js';
import { redocly } from './run-redocly.js';
import { inTemporaryDirectory } from './temporary-directory.js';

/**
 * Renders a description with Redoc: runs `redocly build-docs --inlineBundle` with this project's `redocly.yaml` (options,
 * template, no telemetry). It then makes the Content-Security-Policy stricter: the policy lists the hashes of the page's
 * scripts, so that the browser runs no other script, such as one in a description.
 *
 * @param description The bundled description with code samples.
 * @param signal Stops the command. Default: the command runs to its end.
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

/** Adds the hashes of the scripts to the policy. The template cannot do this, since it does not know the scripts. */
function withScriptsNamed(page: string): string {
  const scripts = [...page.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
  const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return page.replace("script-src 'unsafe-inline'", () => `script-src ${hashes.join(' ')}`);
}
