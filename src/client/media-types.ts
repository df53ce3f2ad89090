import { bodyKind, documentedMediaType, essenceOf, isJson } from '../description/media-types.js';
import type { MediaTypes } from './types/description.js';

/** Tells JSON, `text/…` and bytes apart. That is enough for most operations. Ranges match nothing. */
const plainMediaTypes: MediaTypes = {
  kindOf: (mediaType) => (isJson(mediaType) ? 'json' : /^text\//i.test(mediaType) ? 'text' : 'bytes'),
  documented: (mediaTypes, received) => mediaTypes.find((mediaType) => mediaType === essenceOf(received)),
};

/**
 * Handles all media types. In the generated files, only operations that need it import it, so that other bundles do not contain
 * it.
 */
export const mediaTypes: MediaTypes = {
  kindOf: (mediaType, received = mediaType) => {
    const kind = bodyKind(mediaType);
    return kind === 'any' ? bodyKind(received) : kind;
  },
  documented: documentedMediaType,
};

/** The media types that an operation can tell apart. */
export function mediaTypesOf(operation: { readonly mediaTypes?: MediaTypes }): MediaTypes {
  return operation.mediaTypes ?? plainMediaTypes;
}
