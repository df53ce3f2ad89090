import { isJson } from '../media-types.js';
import type { Parameter } from '../types.js';
import type { StyledParameter } from './write.js';

/** Picks the fields of a Parameter Object that say how to write it. Missing fields stay missing, without defaults. */
export function styledParameter({ name, in: place, style, explode, allowReserved, content }: Parameter): StyledParameter {
  const [[mediaType, media] = [undefined, {}]] = Object.entries(content ?? {});
  if (mediaType !== undefined) {
    const encoding = place === 'querystring' && media.encoding;
    return { name, in: place, ...(isJson(mediaType) && { json: true }), ...(encoding && { encoding }) };
  }
  return {
    name,
    in: place,
    ...(style !== undefined && { style }),
    ...(explode !== undefined && { explode }),
    ...(allowReserved !== undefined && { allowReserved }),
  };
}
