import { unescapeToken } from '../description/resolve.js';
import { triggers } from '../requests/triggers.js';
import { carriedAt, parsed, realRequest, valueAt, type RequestParts } from './real-request.js';
import { noValues } from './values-file.js';
import type { HandedOn } from './workflow-file.js';

/** The last successful response of each operation, by operationId. */
export type Received = Map<string, { headers: Record<string, string | undefined>; body: string | undefined }>;

/**
 * Finds what a request takes from the responses before it. The example value that stands for such a value is that of the
 * request that succeeds; a request that carries another value there, such as an unknown token, keeps it.
 *
 * @param given Values that the user gave; they stay.
 * @param isRehearsal Whether nothing was sent: a value is then shown by where it would come from.
 * @returns What is to be sent in place of which example value, or why there is no value.
 */
export function handedOnTo(
  parts: Omit<RequestParts, 'values'>,
  handedOn: HandedOn[],
  { received, given, isRehearsal }: { received: Received; given: Map<string, string>; isRehearsal: boolean },
): { replace: Map<string, string> } | { reason: string } {
  const { description, operation } = parts;
  const success = triggers(description, operation).find(({ status }) => status >= 200 && status < 300);
  const asExamples = realRequest({ ...parts, values: noValues });
  const succeeding = success && realRequest({ ...parts, trigger: success, values: noValues });
  const replace = new Map<string, string>();
  if (!asExamples || !succeeding) return { replace };
  for (const { from, expression, place } of handedOn.filter(({ to }) => to === operation.operationId)) {
    const example = textOf(carriedAt(succeeding, place));
    const isTaken = example !== undefined && textOf(carriedAt(asExamples, place)) === example;
    if (!isTaken || given.has(example)) continue;
    const value = isRehearsal ? `<${expression} of ${from}>` : evaluated(expression, received.get(from));
    if (value === undefined) return { reason: `${from} gave no value for ${expression}, which it needs.` };
    replace.set(example, value);
  }
  return { replace };
}

/** Evaluates `$response.body#/…` and `$response.header.…` (Arazzo 1.0.1, "Runtime Expressions"). */
function evaluated(
  expression: string,
  response: { headers: Record<string, string | undefined>; body: string | undefined } | undefined,
): string | undefined {
  if (!response) return undefined;
  const [, header] = /^\$response\.header\.(.+)$/.exec(expression) ?? [];
  if (header !== undefined) return response.headers[header.toLowerCase()];
  const [, pointer] = /^\$response\.body#((?:\/[^/]*)*)$/.exec(expression) ?? [];
  if (pointer === undefined) return undefined;
  const value = valueAt(parsed(response.body), pointer.split('/').slice(1).map(unescapeToken));
  return textOf(value);
}

/** A value that a request can carry in one piece. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
