import { documentedMediaType, holdsJson } from '../../description/media-types.js';
import { once, onceFor, onceForFirst } from '../../description/once-for.js';
import type { Shape } from '../../description/parameters/shape.js';
import { pointerTo } from '../../description/references/pointer.js';
import { resolveIfPossible } from '../../description/references/resolve.js';
import type { Description, MediaType, Schema } from '../../description/types.js';
import { violation, type Violation } from '../message/violation.js';
import { readMediaType } from './media-type.js';
import { sequenceKind } from './sequence.js';
import { messageShape } from '../parameters/shape.js';

/** A documented media type of a body, with pointers to its schemas. */
export interface ContractMedia {
  /** As in the description, including wildcards and parameters. */
  mediaType: string;
  description: Description;
  media: MediaType;
  /** The JSON Pointer to the Media Type Object. */
  pointer: string;
  /** The JSON Pointer to the schema. */
  schema?: string;
  /** The JSON Pointer to the schema of each item of a sequence. */
  itemSchema?: string;
  /** Whether the schema describes the JSON in the `data` of server-sent events, not the events themselves. */
  isOfData?: boolean;
  /** The JSON Pointer to the schema of the JSON inside a text body: `contentSchema` beside `contentMediaType`. */
  contentSchema?: string;
  /** Whether a text body contains JSON: `contentMediaType` in its schema. */
  holdsJson: boolean;
  /** The shape of the schema, to read a value from a text body. */
  shape: Shape;
}

/**
 * Prepares the media types of a body.
 *
 * @param place The JSON Pointer to the object with the `content`.
 */
export function contractContent(
  description: Description,
  content: Record<string, MediaType> | undefined,
  place: string,
): ContractMedia[] {
  return Object.entries(content ?? {}).map(([mediaType, media]) =>
    contractMedia(description, mediaType, media, place + pointerTo('content', mediaType)),
  );
}

/** Prepares one media type. @param pointer The JSON Pointer to the Media Type Object. */
export function contractMedia(description: Description, mediaType: string, media: MediaType, pointer: string): ContractMedia {
  const schema = media.schema === undefined ? undefined : resolveIfPossible<Schema>(description, media.schema);
  const isJsonText = holdsJson(schema);
  const shape = once(() => messageShape(description, media.schema));
  const isOfItems = media.schema !== undefined && describesItems(description, mediaType, media, shape);
  return {
    mediaType,
    description,
    media,
    pointer,
    ...(media.schema !== undefined && { [isOfItems ? 'itemSchema' : 'schema']: `${pointer}/schema` }),
    ...(media.itemSchema !== undefined && { itemSchema: `${pointer}/itemSchema` }),
    ...(isOfItems && sequenceKind(mediaType) === 'events' && !shape().names.has('data') && { isOfData: true }),
    ...(isJsonText && schema?.contentSchema !== undefined && { contentSchema: `${pointer}/schema/contentSchema` }),
    holdsJson: isJsonText,
    get shape(): Shape {
      return shape();
    },
  };
}

/**
 * Whether the `schema` of a sequence describes each item. From OpenAPI 3.2 on, it describes the whole sequence. Before, a
 * schema that is neither a list nor a string was meant for each item.
 */
function describesItems({ openapi }: Description, mediaType: string, { itemSchema }: MediaType, shape: () => Shape): boolean {
  if (sequenceKind(mediaType) === undefined || itemSchema !== undefined || /^3\.[2-9]/.test(openapi)) return false;
  const { types } = shape();
  return types.size > 0 && !types.has('array') && !types.has('string');
}

/** Finds the most specific documented media type of a body. @param contentType The `Content-Type` header. */
export function mediaOf(documented: ContractMedia[], contentType: string | undefined): ContractMedia | undefined {
  return contentType === undefined ? undefined : finderIn(documented)(contentType);
}

/** Clients send few different headers, and repeat them. */
const finderIn = onceFor((documented: ContractMedia[]) =>
  onceForFirst(100, (contentType: string) => {
    const candidates = documented.map(({ mediaType }) => mediaType).filter((one) => !contradicts(one, contentType));
    const key = documentedMediaType(candidates, contentType);
    return documented.find(({ mediaType }) => mediaType === key);
  }),
);

/** Parameters that say how a body is encoded, not which media type it has. */
const ofWriting = ['charset', 'boundary'];

/** Whether a documented media type has a parameter with another value than the one sent: `version=1` is not `version=2`. */
function contradicts(documented: string, contentType: string): boolean {
  const sent = readMediaType(contentType)?.parameters;
  return [...(readMediaType(documented)?.parameters ?? [])].some(
    ([name, value]) => !ofWriting.includes(name) && (sent?.get(name) ?? value).toLowerCase() !== value.toLowerCase(),
  );
}

/** Names the documented media types and the one received. */
export function mediaTypeViolation(documented: ContractMedia[], mediaType: string | undefined): Violation {
  const given = mediaType ? `not ${mediaType}` : 'and it is missing or no media type';
  return violation(['header', 'content-type'], 'media-type', `must be ${mediaTypesOf(documented)}, ${given}.`);
}

/** The documented media types, in words. */
export function mediaTypesOf(documented: ContractMedia[]): string {
  return documented.map(({ mediaType }) => mediaType).join(' or ');
}
