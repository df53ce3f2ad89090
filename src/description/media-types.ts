/** Whether a media type, with or without parameters, is JSON: its subtype is `json` or ends in `+json` (RFC 6839). */
export function isJson(mediaType: string): boolean {
  const essence = mediaType
    .slice(0, mediaType.includes(';') ? mediaType.indexOf(';') : undefined)
    .trim()
    .toLowerCase();
  return essence.endsWith('/json') || essence.endsWith('+json');
}
