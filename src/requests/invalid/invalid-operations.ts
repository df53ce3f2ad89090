import { holdsJson, isJson } from '../../description/media-types.js';
import type { DocumentedOperation } from '../../description/operations.js';
import { resolve } from '../../description/references/resolve.js';
import type { Description, MediaType, Parameter, RequestBody, Schema } from '../../description/types.js';
import { exampleValue } from '../sample-request.js';
import { spoiledValues, type SpoiledValue } from './spoiled-values.js';

/** An operation with changed examples. Its request is probably invalid. */
export interface InvalidOperation {
  /** What is wrong with the request. */
  name: string;
  operation: DocumentedOperation;
}

/**
 * Makes invalid variants of an operation. In each, one example is missing, empty, of another type, or out of bounds.
 *
 * @param exampleName The name of the examples of a valid request. Default: as in `sampleRequest`.
 */
export function* invalidOperations(
  description: Description,
  operation: DocumentedOperation,
  exampleName?: string,
): Generator<InvalidOperation> {
  for (const parameter of operation.parameters) {
    const { in: place, name, required } = parameter;
    const withParameter = (other?: Parameter): DocumentedOperation => ({
      ...operation,
      parameters: operation.parameters.flatMap((one) => (one === parameter ? (other ?? []) : one)),
    });
    if (required && place !== 'path') yield { name: `${place} ${name} missing`, operation: withParameter() };
    for (const { what, value } of spoiledParameter(description, parameter, exampleName)) {
      yield { name: what, operation: withParameter(withExample(parameter, value)) };
    }
  }
  const { requestBody } = operation;
  const [first] = Object.entries(requestBody?.content ?? {});
  if (!requestBody || !first) return;
  const [mediaType, media] = first;
  if (requestBody.required) yield { name: 'body missing', operation: withBody(operation, undefined) };
  for (const { what, value } of spoiledBody(description, mediaType, media, exampleName)) {
    const content = { [mediaType]: withExample(media, value) };
    yield { name: what, operation: withBody(operation, { ...requestBody, required: true, content }) };
  }
}

function* spoiledParameter(
  description: Description,
  parameter: Parameter,
  exampleName: string | undefined,
): Generator<SpoiledValue> {
  const { in: place, name, required = false } = parameter;
  const what = `${place} ${name}`;
  if (required && place !== 'path') yield { what: `${what} empty`, value: '' };
  const value = exampleValue(description, parameter, exampleName, required);
  for (const one of spoiledValues(description, parameter.schema, value, what)) {
    // A parameter cannot carry null: it would be left out, which is another case.
    if (one.value !== null && one.value !== '') yield one;
  }
}

function* spoiledBody(
  description: Description,
  mediaType: string,
  media: MediaType,
  exampleName: string | undefined,
): Generator<SpoiledValue> {
  const value = exampleValue(description, media, exampleName, true);
  const schema = media.schema && resolve<Schema>(description, media.schema);
  if (isJson(mediaType) || typeof value === 'object') {
    yield* spoiledValues(description, schema, value, 'body');
    return;
  }
  if (typeof value !== 'string' || !schema?.contentSchema || !holdsJson(schema)) return;
  for (const one of spoiledValues(description, schema.contentSchema, parsed(value), 'body')) {
    yield { ...one, value: JSON.stringify(one.value) };
  }
}

function withBody(operation: DocumentedOperation, requestBody: RequestBody | undefined): DocumentedOperation {
  return { ...operation, requestBody };
}

function withExample<T extends MediaType | Parameter>(holder: T, example: unknown): T {
  const changed = { ...holder, example };
  delete changed.examples;
  return changed;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
