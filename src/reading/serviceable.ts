import type { Description } from '../description/types.js';

/** Stands in for a title that is missing. */
const untitled = 'Untitled API';

/**
 * Gives a description what serving needs and it lacks: a title.
 *
 * @returns The description, and a sentence for each thing that was missing, with its place.
 */
export function withWhatServingNeeds(description: Description): { description: Description; warnings: string[] } {
  const info = description.info as Partial<Description['info']> | null | undefined;
  if (typeof info?.title === 'string' && info.title !== '') return { description, warnings: [] };
  return {
    description: { ...description, info: { version: '', ...info, title: untitled } },
    warnings: [`info.title: The title is missing. The mock calls the API "${untitled}".`],
  };
}
