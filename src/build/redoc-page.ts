import type { Description } from '../description/types.js';
import { InputError } from '../command/input-error.js';
import type { Outputs } from './outputs.js';
import { buildDocs } from './redocly/build-docs.js';

/** Where Redoc's page of a description is published, relative to the project. */
export const redocPath = 'dist/docs/redoc.html';

/** Redoc's page, or why there is none. */
export interface RedocPage {
  outputs: Outputs;
  /** A sentence for a description that Redoc cannot render. */
  warnings: string[];
}

/**
 * Makes the page that Redoc renders of a description. It stands beside the docs of this project, so that a description
 * which Redoc cannot render does not stop them.
 *
 * @param description The bundled description with its code samples.
 * @param strict Whether it is an error when Redoc cannot render it.
 * @param signal Ends the work; then there is no page.
 * @throws InputError with one sentence when Redoc cannot render it, where `strict`.
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
