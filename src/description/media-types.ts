/** A media type without its parameters, in lower case: media types compare so (RFC 9110, section 8.3.1). */
export function essenceOf(mediaType: string): string {
  const [essence = ''] = mediaType.split(';');
  return essence.trim().toLowerCase();
}

/** Whether a media type, with or without parameters, is JSON: its subtype is `json` or ends in `+json` (RFC 6839). */
export function isJson(mediaType: string): boolean {
  const essence = essenceOf(mediaType);
  return essence.endsWith('/json') || essence.endsWith('+json');
}

/** Subtypes and suffixes of media types outside `text/` that are text all the same. */
const textSubtypes = /[/+](xml|yaml|x-yaml|json-seq|x-ndjson|ndjson|jsonl|javascript|graphql|sql|x-www-form-urlencoded)$/;

/** Whether a body of this media type is text that is not JSON. What is neither text nor JSON is binary. */
export function isText(mediaType: string): boolean {
  const essence = essenceOf(mediaType);
  return essence.startsWith('text/') || textSubtypes.test(essence);
}
