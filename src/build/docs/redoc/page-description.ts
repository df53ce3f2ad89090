import { documentedOperations } from '../../../description/operations.js';
import type { Description } from '../../../description/types.js';

/**
 * Makes the description that Redoc renders: the introduction and the names of the operations. Redoc leaves the text of
 * an operation to its script; the page has its own, so nothing else of the operations is passed on.
 *
 * @param description The bundled description; it is not changed.
 */
export function pageDescription(description: Description): Description {
  const { title, version, summary, description: text } = description.info;
  const paths: NonNullable<Description['paths']> = {};
  documentedOperations(description).forEach(({ summary: name }, index) => {
    // Redoc makes the ids of its sidebar from these, and two operations may have the same words.
    paths[`/${index}`] = { get: { operationId: `operation-${index}`, summary: name, responses: {} } };
  });
  return {
    // Redoc reads the newest version of the specification; none of what is passed on differs in an older one.
    openapi: '3.1.0',
    info: { title, version, ...(summary && { summary }), ...(text && { description: text }) },
    paths,
  };
}
