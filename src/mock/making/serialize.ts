import { bodyKind, essenceOf } from '../../description/media-types.js';
import { formPairs } from '../../description/parameters/write.js';
import { writeJson } from '../../description/write-json.js';
import type { ContractMedia } from '../../contract/body/media.js';
import { sequenceKind, writeSequence } from '../../contract/body/sequence.js';
import { writeYaml } from '../../contract/message/yaml.js';
import { writeMultipart, type Serialized } from './write-multipart.js';
import { writeXml } from './write-xml.js';

/** An example that is already serialized: `serializedValue` (OpenAPI 3.2). */
export class SerializedText {
  constructor(readonly text: string) {}
}

/**
 * Serializes the body of a response in its media type.
 *
 * @param body An example, or a value made from a schema.
 * @param mediaType The media type of the response; empty when it has none.
 * @param media The documented media type.
 * @returns The text and the media type to send, with the boundary of a multipart body; `undefined` when there is no body.
 */
export function serialize(body: unknown, mediaType: string, media: ContractMedia | undefined): Serialized | undefined {
  if (body === undefined) return undefined;
  const plain = body instanceof SerializedText ? body.text : body;
  if (media && essenceOf(mediaType).startsWith('multipart/')) return writeMultipart(plain, mediaType, media);
  return { text: body instanceof SerializedText ? body.text : textOf(body, mediaType, media), mediaType };
}

function textOf(body: unknown, mediaType: string, media: ContractMedia | undefined): string {
  if (bodyKind(mediaType) === 'json') return writeJson(body);
  if (typeof body === 'string') return body;
  if (bodyKind(mediaType) === 'form' && typeof body === 'object' && body !== null) {
    return new URLSearchParams(formPairs(body, media?.media.encoding)).toString();
  }
  const sequence = sequenceKind(mediaType);
  if (sequence) return writeSequence(sequence, Array.isArray(body) ? body : [body], (item) => writeJson(item));
  if (/[/+]xml\s*(;|$)/i.test(mediaType)) return writeXml(body, media);
  if (/[/+](x-)?yaml\s*(;|$)/i.test(mediaType)) return writeYaml(body);
  return writeJson(body);
}
