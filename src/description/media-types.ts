/** The kind of body that each media type has. The generated types, the client, the mock and the samples all use this module. */

/**
 * - `json`: JSON, by its subtype or suffix.
 * - `text`: text that is not parsed: plain text, XML, YAML, streams of JSON such as NDJSON, events (SSE).
 * - `form`: `application/x-www-form-urlencoded`. A response of that type is read as text.
 * - `multipart`: `multipart/form-data`. A response of that type is read as bytes.
 * - `bytes`: any other media type, including other kinds of multipart.
 * - `any`: a range that covers several kinds, such as `application/*`. The received media type decides.
 */
export type BodyKind = 'json' | 'text' | 'form' | 'multipart' | 'bytes' | 'any';

/** A media type without its parameters, in lower case, since media types are case-insensitive (RFC 9110, section 8.3.1). */
export function essenceOf(mediaType: string): string {
  const [essence = ''] = mediaType.split(';');
  return essence.trim().toLowerCase();
}

/** The `Accept` header that the client sends: each media type of the responses once, in the order of the keys. */
export function acceptOf(responses: Readonly<Record<string, readonly string[]>>): string {
  return [...new Set(Object.values(responses).flat())].join(', ');
}

/** Media types outside `text/` that are text, too. */
const textTypes =
  /[/+](xml(-dtd)?|(x-)?(yaml|ndjson|jsonl|json-?lines|javascript|json-stream)|json-seq|ecmascript|graphql|sql|toml|jwt)$|\/stream\+json$/;

/**
 * The kind of body that a media type has.
 *
 * @param mediaType A media type or a range, with or without parameters, in any case.
 */
export function bodyKind(mediaType: string): BodyKind {
  if (isJson(mediaType)) return 'json';
  const essence = essenceOf(mediaType);
  if (essence.startsWith('text/') || textTypes.test(essence)) return 'text';
  if (essence === 'application/x-www-form-urlencoded') return 'form';
  if (essence === 'multipart/form-data') return 'multipart';
  return /^((\*|application)\/)?\*$/.test(essence) ? 'any' : 'bytes';
}

/** Whether a media type, with or without parameters, is JSON: by its name, or by its suffix (RFC 6839). */
export function isJson(mediaType: string): boolean {
  // A `…/stream+json` is a stream of JSON texts, not JSON.
  return /^(?!.*\/stream\+)[^;]*[/+]json\s*(;|$)/i.test(mediaType);
}

/** Whether the strings of a schema contain JSON, by its `contentMediaType`, without an encoding such as base64. */
export function holdsJson(schema: { contentMediaType?: unknown; contentEncoding?: unknown } | null | undefined): boolean {
  // In a description from outside, both may be anything.
  const { contentMediaType, contentEncoding } = schema ?? {};
  return typeof contentMediaType === 'string' && isJson(contentMediaType) && contentEncoding === undefined;
}

/**
 * Finds the key of a `content` that documents a media type. The type itself takes precedence over a range, and a key with the
 * same parameters over one with others (OpenAPI 3.1.1, section 4.8.14).
 *
 * @param documented Media types and ranges.
 * @param mediaType The media type of a message, with its parameters.
 */
export function documentedMediaType(documented: Iterable<string>, mediaType: string): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const key of documented) {
    const score = specificity(key, mediaType);
    if (score <= most) continue;
    best = key;
    most = score;
  }
  return best;
}

/** How exactly a key documents a media type; 0 if it does not. */
function specificity(key: string, mediaType: string): number {
  const [essence = '', ...parameters] = partsOf(key);
  const [given = '', ...others] = partsOf(mediaType);
  if (essence === given) {
    return parameters.reduce((score, parameter) => score + (others.includes(parameter) ? 1 : -0.01), 4);
  }
  if (/^(\*\/)?\*$/.test(essence)) return 1;
  const [start = '', end] = essence.split('*');
  // A range may name a suffix: application/*+json.
  return end !== undefined && given.startsWith(start) && given.endsWith(end) ? 2 + Math.sign(end.length) : 0;
}

function partsOf(mediaType: string): string[] {
  return mediaType.split(';').map((part) => part.replaceAll(/[\s"]/g, '').toLowerCase());
}

/** The media type that stands for each range. */
const usualTypes: Record<string, string> = {
  '*': 'application/json',
  application: 'application/json',
  text: 'text/plain',
  image: 'image/png',
  audio: 'audio/mpeg',
  video: 'video/mp4',
};

/** A media type within a range such as `image/*`. A media type that is no range stays. `undefined` for an unknown range. */
export function usualMediaType(range: string): string | undefined {
  const [type = '', subtype] = essenceOf(range).split('/');
  if (subtype === '*') return Object.hasOwn(usualTypes, type) ? usualTypes[type] : undefined;
  return range;
}
