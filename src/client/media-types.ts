import { bodyKind, documentedMediaType, essenceOf, isJson } from '../description/media-types.js';
import type { MediaTypes } from './types/description.js';

/** JSON, `text/…`, and bytes: what an operation needs that says nothing else. Ranges match nothing. */
const plainMediaTypes: MediaTypes = {
  kindOf: (mediaType) => (isJson(mediaType) ? 'json' : /^text\//i.test(mediaType) ? 'text' : 'bytes'),
  documented: (mediaTypes, received) => mediaTypes.find((mediaType) => mediaType === essenceOf(received)),
};

/** All media types. Only operations that need them import them, in the generated files: others have none of it in their bundle. */
export const mediaTypes: MediaTypes = {
  kindOf: (mediaType, received = mediaType) => {
    const kind = bodyKind(mediaType);
    return kind === 'any' ? bodyKind(received) : kind;
  },
  documented: documentedMediaType,
};

/** What an operation knows of media types. */
export function mediaTypesOf(operation: { readonly mediaTypes?: MediaTypes }): MediaTypes {
  return operation.mediaTypes ?? plainMediaTypes;
}
