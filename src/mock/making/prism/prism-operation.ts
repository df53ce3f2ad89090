import { essenceOf, usualMediaType } from '../../../description/media-types.js';
import { namedExamples, pathOperations } from '../../../description/operations.js';
import { resolve } from '../../../description/references/resolve.js';
import type { Description, Example, MediaType, Parameter, PathItem, RequestBody, Reference } from '../../../description/types.js';
import type { ContractMedia } from '../../../contract/body/media.js';
import { rootOf } from '../../../contract/schema/documents/places.js';
import type { ContractOperation, ContractResponse } from '../../../contract/operations.js';
import { SerializedText } from '../serialize.js';
import { generatorSchema, type Bundled } from './schema/generator-schema.js';
import type { GeneratorSchema } from './schema/well-formed.js';
import type { PrismCallback, PrismContent, PrismExample, PrismHeader, PrismOperation } from './prism-types.js';

/** The operations that were already written for Prism, by response. */
const prepared = new WeakMap<ContractResponse, PrismOperation>();

/**
 * Writes an operation for Prism, with only the response that Prism has to make. For a range of media types, such as `image/*`,
 * Prism chooses one of several types in the range.
 *
 * @param status The status code of the response.
 * @param accept The `Accept` header, for ranges of media types.
 */
export function prismOperation(
  operation: ContractOperation,
  documented: ContractResponse,
  status: number,
  accept: string | undefined,
): PrismOperation {
  const known = prepared.get(documented) ?? written(operation, documented);
  prepared.set(documented, known);
  const [response] = known.responses;
  const contents = response.contents.flatMap((content) =>
    typesIn(content.mediaType, accept).map((mediaType) => ({ ...content, mediaType })),
  );
  return { ...known, responses: [{ ...response, code: String(status), contents }] };
}

function written(operation: ContractOperation, { key, media, headers }: ContractResponse): PrismOperation {
  const { description, method, path, documented, schemas } = operation;
  const bundled: Bundled = {};
  const schemaAt: SchemaAt = (pointer) => {
    const place = schemas.documents.at(pointer);
    return typeof place === 'string' ? {} : generatorSchema(schemas.documents, place, bundled);
  };
  return {
    id: documented.operationId,
    method: method.toLowerCase(),
    path,
    deprecated: documented.operation.deprecated === true,
    responses: [
      {
        id: key,
        code: key,
        headers: headers.all.map((header) => headerFor(description, header, headers.schemas.get(header) ?? '', schemaAt)),
        contents: media.map((one) => contentFor(description, one, schemaAt)),
      },
    ],
    callbacks: callbacks(operation),
    ...(Object.keys(bundled).length > 0 && { __bundled__: bundled }),
  };
}

/** Finds the schema at a JSON Pointer into the description, and rewrites it for the generators. */
type SchemaAt = (pointer: string) => GeneratorSchema;

function headerFor(description: Description, header: Parameter, pointer: string, schemaAt: SchemaAt): PrismHeader {
  const { name, content } = header;
  const [media] = Object.values(content ?? {});
  const examples = [...examplesOf(description, header), ...(media ? examplesOf(description, media) : [])];
  return { id: name, name, style: 'simple', schema: schemaAt(pointer), pointer, examples };
}

function contentFor(description: Description, contract: ContractMedia, schemaAt: SchemaAt): PrismContent {
  const { media, mediaType, schema: whole, itemSchema } = contract;
  const items = itemSchema === undefined ? undefined : { type: 'array', minItems: 1, items: schemaAt(itemSchema) };
  const schema: GeneratorSchema | undefined = whole === undefined ? items : schemaAt(whole);
  const ofSchema = schema?.examples?.slice(0, 1) ?? [];
  const examples = examplesOf(description, media);
  const all = media.example === undefined ? [...ofSchema.map(unnamed), ...examples] : examples;
  return { id: mediaType, mediaType, examples: all, ...(schema && { schema }), media: contract };
}

/** Lists the examples. As in Prism, `example` comes first. */
function examplesOf(description: Description, holder: MediaType | Parameter): PrismExample[] {
  const single = holder.example === undefined ? [] : [unnamed(holder.example)];
  const named = [...namedExamples(description, holder)].map(([key, example]) => ({ id: key, key, value: exampleValue(example) }));
  return [...single, ...named];
}

function exampleValue(example: Example): unknown {
  const { value, serializedValue = example['x-serializedValue'] } = example;
  return typeof serializedValue === 'string' ? new SerializedText(serializedValue) : value;
}

function unnamed(value: unknown): PrismExample {
  return { id: 'default', key: 'default', value };
}

function callbacks({ description, documented, schemas: { documents } }: ContractOperation): PrismCallback[] {
  return Object.entries(documented.operation.callbacks ?? {}).flatMap(([key, reference]) =>
    Object.entries(resolve<Record<string, PathItem | Reference>>(description, reference)).flatMap(([path, item]) =>
      pathOperations(resolve<PathItem>(description, item)).map(({ method, operation }): PrismCallback => {
        const body = operation.requestBody ? resolve<Partial<RequestBody>>(description, operation.requestBody) : {};
        const contents = Object.entries(body.content ?? {}).map(([mediaType, media]) => {
          const schema =
            media.schema && generatorSchema(documents, { ...rootOf(documents.description), value: media.schema }, {});
          return { id: mediaType, mediaType, examples: examplesOf(description, media), ...(schema && { schema }) };
        });
        return { key, method, path, request: contents.length > 0 ? { body: { contents } } : {}, responses: [] };
      }),
    ),
  );
}

/** The media types among which Prism may choose. For a documented range: the types that the client names, and a usual type. */
function typesIn(mediaType: string, accept = '*/*'): string[] {
  const [type = '', subtype] = essenceOf(mediaType).split('/');
  if (subtype !== '*') return [mediaType];
  const asked = accept.split(',').map(essenceOf);
  const named = asked.filter((one) => !one.includes('*') && (type === '*' || one.startsWith(`${type}/`)));
  // A client that accepts a range gets a type in that range.
  const ofRanges = asked.filter((one) => one.endsWith('/*') && (type === '*' || one === `${type}/*`));
  return [...new Set([...named, ...[...ofRanges, mediaType].flatMap((one) => usualMediaType(one) ?? [])])];
}
