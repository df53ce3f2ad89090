import { isJson } from '../../description/media-types.js';

/**
 * Writes the body of a response in its media type.
 *
 * @param body An example, or a value made from a schema.
 * @param mediaType The media type of the response; empty where it has none.
 * @returns The text to send; `undefined` for no body.
 */
export function serialize(body: unknown, mediaType: string): string | undefined {
  if (body === undefined) return undefined;
  if (isJson(mediaType)) return JSON.stringify(body);
  if (typeof body === 'string') return body;
  return /[/+]xml\s*(;|$)/i.test(mediaType) ? element('xml', body) : JSON.stringify(body);
}

/** Prism names the root of such a document `xml` as well. */
function element(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  const content =
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([key, item]) => element(key, item))
          .join('')
      : String((value as string | number | boolean | null) ?? '').replace(
          /[&<>]/g,
          (character) => `&#${character.charCodeAt(0)};`,
        );
  return `<${name}>${content}</${name}>`;
}
