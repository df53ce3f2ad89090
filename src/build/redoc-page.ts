import type { Description } from '../description/types.js';
import { InputError } from '../command/input-error.js';
import type { Outputs } from './outputs.js';
import { withoutOtherViews } from './docs/page/about.js';
import { documentLanguage } from './docs/html/language.js';
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
    return {
      outputs: new Map([[redocPath, await inItsLanguage(await buildDocs(description, signal), description)]]),
      warnings: [],
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const sentence = `redoc.html was not built: redocly build-docs said "${error.message}".`;
    if (strict) throw new InputError(sentence);
    return { outputs: new Map(), warnings: [sentence] };
  }
}

/** The template says English. Most of the text on the page is that of the description. */
async function inItsLanguage(page: string, description: Description): Promise<string> {
  const language = await documentLanguage(description);
  return language === undefined ? page : page.replace("<html lang='en'>", `<html lang='${language}'>`);
}

/**
 * Removes the link to Redoc's page from the docs when there is no such page.
 *
 * @param docs The files that `renderDocs` made.
 * @param redoc Redoc's page; it rejects when the build must fail.
 */
export async function withoutDeadLink(
  docs: Map<string, Uint8Array>,
  redoc: Promise<RedocPage>,
): Promise<Map<string, Uint8Array>> {
  const isMissing = await redoc.then(
    ({ warnings }) => warnings.length > 0,
    () => true,
  );
  const index = docs.get('index.html');
  if (!isMissing || !index) return docs;
  return new Map([...docs, ['index.html', Buffer.from(withoutOtherViews(Buffer.from(index).toString()))]]);
}
