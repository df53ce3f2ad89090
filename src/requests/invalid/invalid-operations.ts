import { holdsJson, isJson } from '../../description/media-types.js';
import { exampleHolder, type DocumentedOperation } from '../../description/operations.js';
import { resolve } from '../../description/references/resolve.js';
import type { Description, MediaType, Parameter, RequestBody, Schema } from '../../description/types.js';
import { exampleValue, type Input } from '../examples/example-value.js';
import { sampleMediaType } from '../sample-body.js';
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
    const { in: place, name, required = false } = parameter;
    const withParameter = (other?: Parameter): DocumentedOperation => ({
      ...operation,
      parameters: operation.parameters.flatMap((one) => (one === parameter ? (other ?? []) : one)),
    });
    if (required && place !== 'path') yield { name: `${place} ${name} missing`, operation: withParameter() };
    const input = { operation, holder: parameter, required };
    for (const { what, value } of spoiledParameter(description, input, exampleName)) {
      yield { name: what, operation: withParameter(parameterWith(description, parameter, value)) };
    }
  }
  const { requestBody } = operation;
  if (!requestBody) return;
  const demanding = withBody(operation, { ...requestBody, required: true });
  const mediaType = sampleMediaType(description, demanding, exampleName);
  const holder = mediaType === undefined ? undefined : requestBody.content[mediaType];
  if (mediaType === undefined || !holder) return;
  if (requestBody.required) yield { name: 'body missing', operation: withBody(operation, undefined) };
  const media = resolve<MediaType>(description, holder);
  const example = exampleValue(description, { operation: demanding, holder, required: true }, exampleName);
  for (const { what, value } of spoiledBody(description, mediaType, media, example)) {
    const content = { [mediaType]: withExample(media, value) };
    yield { name: what, operation: withBody(operation, { ...requestBody, required: true, content }) };
  }
}

function* spoiledParameter(
  description: Description,
  { operation, holder, required }: Input & { holder: Parameter },
  exampleName: string | undefined,
): Generator<SpoiledValue> {
  const { in: place, name } = holder;
  const what = `${place} ${name}`;
  if (required && place !== 'path') yield { what: `${what} empty`, value: '' };
  const value = exampleValue(description, { operation, holder, required }, exampleName);
  const { schema } = resolve<MediaType>(description, exampleHolder(holder));
  for (const one of spoiledValues(description, schema, value, what)) {
    // A parameter cannot carry null: it would be left out, which is another case.
    if (one.value !== null && one.value !== '') yield one;
  }
}

function* spoiledBody(description: Description, mediaType: string, media: MediaType, example: unknown): Generator<SpoiledValue> {
  const schema = media.schema && resolve<Schema>(description, media.schema);
  if (isJson(mediaType) || typeof example === 'object') {
    yield* spoiledValues(description, schema, example, 'body');
    return;
  }
  if (typeof example !== 'string' || !schema?.contentSchema || !holdsJson(schema)) return;
  for (const one of spoiledValues(description, schema.contentSchema, parsed(example), 'body')) {
    yield { ...one, value: JSON.stringify(one.value) };
  }
}

function withBody(operation: DocumentedOperation, requestBody: RequestBody | undefined): DocumentedOperation {
  return { ...operation, requestBody };
}

function parameterWith(description: Description, parameter: Parameter, example: unknown): Parameter {
  const [content] = Object.entries(parameter.content ?? {});
  if (!content) return withExample(parameter, example);
  const [mediaType, media] = content;
  return { ...parameter, content: { [mediaType]: withExample(resolve<MediaType>(description, media), example) } };
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
