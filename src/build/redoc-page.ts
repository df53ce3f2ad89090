import type { Description } from '../description/types.js';
import { InputError } from '../command/input-error.js';
import type { Outputs } from './outputs.js';
import { buildDocs } from './redocly/build-docs.js';

/** Where Redoc's page of a description is published, relative to the project. */
export const redocPath = 'dist/docs/redoc.html';

/** Redoc's page, or the reason why there is none. */
export interface RedocPage {
  outputs: Outputs;
  /** One sentence when Redoc cannot render the description, else empty. */
  warnings: string[];
}

/**
 * Renders a description with Redoc. The page is an addition to the docs, so a failure of Redoc need not stop the build.
 *
 * @param description The bundled description with code samples.
 * @param strict Whether it is an error when Redoc cannot render the description.
 * @param signal Stops the work; then there is no page.
 * @throws InputError with one sentence when Redoc cannot render the description and `strict` is true.
 */
export async function makeRedocPage(description: Description, strict: boolean, signal?: AbortSignal): Promise<RedocPage> {
  try {
    return { outputs: new Map([[redocPath, await buildDocs(description, signal)]]), warnings: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const sentence = `redoc.html was not built: redocly build-docs said "${error.message}".`;
    if (strict) throw new InputError(sentence);
    return { outputs: new Map(), warnings: [sentence] };
  }
}
