import { unescapeToken } from '../../description/references/pointer.js';
import { headerOf } from '../../contract/message/headers.js';
import { parseWithDigits } from '../../contract/message/json.js';
import { succeeds, triggers } from '../../requests/triggers.js';
import { carriedAt, realRequest, valueAt, type RequestParts } from './real-request.js';
import { noValues } from '../files/values-file.js';
import type { StepOutput } from '../files/workflow-file.js';

/** The last successful response of each operation, by operationId: its headers, and its body as text. */
export type Received = Map<string, { headers: Record<string, string | undefined>; body: string | undefined }>;

/** A value that a request needs but no response has provided. */
export interface MissingOutput extends StepOutput {
  /** The example value in its place. */
  example: string;
}

/**
 * Finds the values that a request takes from earlier responses. Only the example value of the successful request is replaced: a
 * request with another value in that place, such as an unknown token, keeps it.
 *
 * @param given The user's values. They take precedence.
 * @param dryRun Whether nothing was sent. Values are then placeholders that name their source.
 * @returns The value to send by the example value that it replaces, or the value that is missing.
 */
export function outputsFor(
  parts: Omit<RequestParts, 'values'>,
  outputs: StepOutput[],
  { received, given, dryRun }: { received: Received; given: Map<string, string>; dryRun: boolean },
): { replace: Map<string, string> } | { missing: MissingOutput } {
  const { description, operation } = parts;
  const success = triggers(description, operation).find(succeeds);
  const asExamples = realRequest({ ...parts, values: noValues });
  const succeeding = success && realRequest({ ...parts, trigger: success, values: noValues });
  const replace = new Map<string, string>();
  if (!asExamples || !succeeding) return { replace };
  for (const output of outputs.filter(({ to }) => to === operation.operationId)) {
    const { from, expression, place } = output;
    const example = textOf(carriedAt(succeeding, place));
    const isTaken = example !== undefined && textOf(carriedAt(asExamples, place)) === example;
    if (!isTaken || given.has(example)) continue;
    const value = dryRun ? `<${expression} of ${from}>` : evaluated(expression, received.get(from));
    if (value === undefined) return { missing: { ...output, example } };
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
  if (header !== undefined) return headerOf(response.headers, header);
  const ofBody = /^\$response\.body(?:#((?:\/[^/]*)*))?$/.exec(expression);
  if (!ofBody) return undefined;
  // Without a pointer, the value is the whole body, such as an id in JSON or plain text.
  const body = parseWithDigits(response.body) ?? response.body;
  return textOf(valueAt(body, (ofBody[1] ?? '').split('/').slice(1).map(unescapeToken)));
}

/** A primitive value as text. For a list with one item, the item. */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value) && value.length === 1) return textOf(value[0]);
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
