import { escapeHtml } from '../html/html.js';
import { inputText } from '../reference/input-text.js';
import type { OperationReference } from '../reference/reference.js';

/**
 * The words of an operation on one line, without its samples: what a search looks through.
 *
 * @returns HTML without tags.
 */
export function operationWords({
  lead,
  prose,
  requestParameters,
  responseBodies,
  outcomes,
  scenarios,
}: OperationReference): string {
  const parameters = [...requestParameters, ...responseBodies.flatMap((body) => body.fields)];
  const words = [
    lead,
    prose,
    ...parameters.map(({ name, type, meaning }) => `${name} (${type}) ${meaning}.`),
    ...outcomes.map(({ status, name, meaning }) => `${status} ${name}: ${meaning}.`),
    ...scenarios.flatMap(({ inputs }) => inputs.map(inputText)),
  ];
  // What marks up Markdown would only stand in the way.
  return escapeHtml(words.join(' ').replace(/[*`#]/g, '').replace(/\s+/g, ' ').trim());
}
