import { isObject, objectOf, type Json } from './json-value.js';
import { isJson } from './media-types.js';
import { resolveIfPossible } from './references/resolve.js';
import type { Description } from './types.js';

/** Normalizes the examples of the parameters, bodies, headers and responses in some objects. Changes the description. */
export function completeExamples(description: Description, holders: object[]): void {
  for (const one of holders) for (const holder of exampleHolders(objectOf(one))) completeHolder(description, holder);
}

/**
 * Normalizes `examples`. The field may be a single reference to a map of examples, which is followed. Examples without a value
 * are removed, unless they have an `externalValue`. `dataValue` and `serializedValue` of OpenAPI 3.2 become `value`; a
 * serialized value that is JSON is parsed.
 */
function completeHolder(description: Description, { holder, mediaType }: ExampleHolder): void {
  const { examples } = holder;
  if (!isObject(examples)) return;
  const { $ref } = examples;
  const all = typeof $ref === 'string' ? (resolveIfPossible<Json>(description, { $ref }) ?? {}) : examples;
  const shown = Object.entries(all).flatMap(([name, one]): Array<[string, unknown]> => {
    if (!isObject(one)) return [];
    if ('value' in one || '$ref' in one) return [[name, one]];
    const { dataValue, serializedValue, ...rest } = one;
    const value = dataValue ?? dataOf(serializedValue, mediaType);
    if (value === undefined) return 'externalValue' in one ? [[name, one]] : [];
    // OpenAPI 3.2 allows no `value` beside `serializedValue`.
    const isApart = serializedValue !== undefined && serializedValue !== value;
    return [[name, { ...rest, value, ...(isApart && { 'x-serializedValue': serializedValue }) }]];
  });
  holder.examples = Object.fromEntries(shown);
}

function dataOf(text: unknown, mediaType: string): unknown {
  if (typeof text !== 'string' || !isJson(mediaType)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** An object with `examples`, and the media type of the examples. */
interface ExampleHolder {
  holder: Json;
  mediaType: string;
}

function exampleHolders({ parameters, requestBody, responses }: Json): ExampleHolder[] {
  const found = list(responses).flatMap((response) => [response, ...list(response.headers)]);
  return [...list(parameters), ...list([requestBody]), ...found].flatMap((one) => [
    { holder: one, mediaType: '' },
    ...Object.entries(objectOf(one.content)).flatMap(([mediaType, media]) =>
      isObject(media) ? [{ holder: media, mediaType }] : [],
    ),
  ]);
}

/** The objects in a list or a map. */
function list(parts: unknown): Json[] {
  return typeof parts === 'object' && parts !== null ? Object.values(parts).filter(isObject) : [];
}
