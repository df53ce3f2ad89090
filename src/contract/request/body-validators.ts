import { isJson } from '../../description/media-types.js';
import type { Description, MediaType } from '../../description/types.js';
import type { Body } from '../message/body.js';
import { formReader, type ReadForm } from './forms/form-reader.js';
import { bodyDiagnosis, type DiagnoseBody } from '../schema/diagnose-body.js';
import type { PrismOperation } from '../../mock/making/prism/prism.js';

/** How the bodies of one media type are validated. */
export interface BodyValidator {
  /** As the description gives it, wildcards and parameters included. */
  mediaType: string;
  /** Reads the body where it is a form. */
  readForm: ReadForm | undefined;
  /** Whether the body is text that holds JSON: `contentMediaType` in its schema. */
  holdsJson: boolean;
  /** Finds what is wrong with a body that is wrapped by `wrap`. */
  diagnose: DiagnoseBody;
  /** The body as `diagnose` expects it. */
  wrap: (body: Body, content: unknown) => unknown;
}

type Schema = NonNullable<NonNullable<NonNullable<NonNullable<PrismOperation['request']>['body']>['contents']>[number]['schema']>;

/**
 * Prepares the validation of the bodies of an operation.
 *
 * Prism takes `null`, `false`, `0` and the empty text for no body, and knows no
 * `contentSchema`. So a body is validated as the property of an object, and what
 * text holds as another.
 *
 * @param media The media types of the request body, as the description gives them.
 * @returns One validator for each media type, in the order of the description.
 */
export function bodyValidators(
  description: Description,
  operation: PrismOperation,
  media: Record<string, MediaType> = {},
): BodyValidator[] {
  const requestBody = operation.request?.body;
  if (!requestBody) return [];
  return (requestBody.contents ?? []).map((content): BodyValidator => {
    const { mediaType, schema } = content;
    const isForm = /^\s*(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(mediaType);
    const isJsonItself = isJson(mediaType);
    const holdsJson = !isForm && !isJsonItself && isJson(schema?.contentMediaType ?? '');
    return {
      mediaType,
      readForm: isForm ? formReader(description, media[mediaType] ?? {}) : undefined,
      holdsJson,
      diagnose: bodyDiagnosis(operation, schema && wrapper(schema, holdsJson)),
      wrap: ({ text, value }, content) => (isForm ? { body: content } : isJsonItself ? { body: value } : { body: text, content }),
    };
  });
}

/**
 * The parameters of an operation, without the places that have none: Prism
 * reads a path by its template also where there is nothing to find in it.
 */
export function parametersOf({ request = {} }: PrismOperation): NonNullable<PrismOperation['request']> {
  const { query = [], headers = [], path = [], cookie = [] } = request;
  return {
    ...(query.length > 0 && { query }),
    ...(headers.length > 0 && { headers }),
    ...(path.length > 0 && { path }),
    ...(cookie.length > 0 && { cookie }),
  };
}

/** The validator whose media type is that of a body, the most specific first. */
export function validatorFor(validators: BodyValidator[], mediaType: string | undefined): BodyValidator | undefined {
  if (!mediaType) return undefined;
  const ranges = [mediaType, mediaType.replace(/\/.*/, '/*'), '*/*'];
  for (const range of ranges) {
    const found = validators.find((one) => essence(one.mediaType) === range);
    if (found) return found;
  }
  return undefined;
}

function wrapper(schema: Schema, holdsJson: boolean): Schema {
  const { $schema, ...body } = schema as Schema & { $schema?: string; contentSchema?: Schema };
  const content = holdsJson && body.contentSchema;
  return {
    ...($schema && { $schema }),
    type: 'object',
    properties: { body: body as Schema, ...(content && { content }) },
  };
}

function essence(mediaType: string): string {
  return mediaType.replace(/;.*/s, '').trim().toLowerCase();
}
