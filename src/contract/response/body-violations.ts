import { MIMEType } from 'node:util';
import { isJson } from '../../description/media-types.js';
import { readBody } from '../message/body.js';
import { bodyFormWarnings } from '../message/body-form.js';
import { mostUnpacked, unpackBody, type UnpackingProblem } from '../message/content-coding.js';
import { without } from '../message/headers.js';
import { violation, type Violation } from '../message/violation.js';
import { diagnoseResponse, type PrismOperation } from '../../mock/making/prism/prism.js';
import type { CheckedOperation } from './checked-operation.js';
import { explainResponse } from './explain-response.js';
import type { ReceivedResponse } from './received-response.js';

type PrismContent = NonNullable<PrismOperation['responses'][number]['contents']>[number];
type Schema = NonNullable<PrismContent['schema']>;

/** The rule of what could not be held to the description, which is no fault of the response. */
export const uncheckedRule = 'unchecked';

/** What a body is validated by: the operation with one response that has one media type, its schema wrapped. */
const prepared = new WeakMap<PrismContent, PrismOperation>();

/**
 * Holds a body to the media types that the description gives for a response: media type, charset, syntax, schema.
 * Bodies that are neither JSON nor text are held to their media type alone.
 */
export async function bodyViolations(
  { description, prism }: CheckedOperation,
  key: string,
  { headers, body }: Pick<ReceivedResponse, 'headers'> & { body: Uint8Array },
): Promise<Violation[]> {
  const contents = prism.responses.find(({ code }) => code.toLowerCase() === key.toLowerCase())?.contents ?? [];
  const documented = contents.map(({ mediaType }) => mediaType).join(' or ');
  if (body.length === 0) return [violation(['body'], 'required', `is missing: documented is ${documented}.`)];
  const unpacked = await unpackBody(body, headers['content-encoding']);
  if ('problem' in unpacked) return [unpackingViolation(unpacked.problem)];
  const { bytes } = unpacked;
  if (bytes.length === 0) return [violation(['body'], 'required', `is missing: documented is ${documented}.`)];
  const type = readMediaType(headers['content-type']);
  const content = type && contentFor(contents, type.essence);
  if (!type || !content) {
    const given = type ? `not ${type.essence}` : 'and it is missing or no media type';
    return [violation(['header', 'content-type'], 'media-type', `must be ${documented}, ${given}.`)];
  }
  const charset = type.params.get('charset');
  // JSON between systems is UTF-8 (RFC 8259, section 8.1).
  if (isJson(type.essence) && charset !== null && !/^utf-?8$/i.test(charset)) {
    return [violation(['header', 'content-type'], 'charset', 'names another charset than UTF-8, which JSON has to have.')];
  }
  if (!isJson(type.essence) && !type.essence.startsWith('text/')) return [];
  const read = readBody(bytes, without(headers, 'content-encoding'));
  if (read.violations.length > 0) return read.violations;
  const warnings = bodyFormWarnings(bytes, headers['content-type'] ?? '');
  if (!content.schema) return warnings;
  const value = isJson(type.essence) ? read.value : read.text;
  try {
    const found = diagnoseResponse(wrapped(prism, content), {
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: { body: value },
    });
    return [...found.map((one) => explainResponse(one, description)), ...warnings];
  } catch {
    return [violation(['body'], uncheckedRule, 'could not be validated: Prism cannot read its schema.')];
  }
}

/** Says why a body could not be unpacked, and whose fault it is. */
function unpackingViolation(problem: UnpackingProblem): Violation {
  switch (problem) {
    case 'unknown':
      return violation(['body'], uncheckedRule, 'could not be validated: its Content-Encoding cannot be undone here.');
    case 'too large':
      return violation(['body'], uncheckedRule, `could not be validated: unpacked it is larger than ${mostUnpacked} bytes.`);
    case 'broken':
      return violation(['header', 'content-encoding'], 'content-encoding', 'names a coding that the body does not have.');
  }
}

/** Prism takes `null`, `false`, `0` and the empty text for no body: so a body is validated as the property of an object. */
function wrapped(prism: PrismOperation, content: PrismContent): PrismOperation {
  const known = prepared.get(content);
  if (known) return known;
  const { $schema, ...body } = content.schema as Schema & { $schema?: string };
  const schema: Schema = { ...($schema && { $schema }), type: 'object', properties: { body: body as Schema } };
  const operation = {
    ...prism,
    responses: [{ id: '', code: '200', contents: [{ ...content, mediaType: 'application/json', schema }] }],
  };
  prepared.set(content, operation);
  return operation;
}

/** The media type of the description that a body is of, the most specific first. */
function contentFor(contents: PrismContent[], mediaType: string): PrismContent | undefined {
  for (const range of [mediaType, mediaType.replace(/\/.*/, '/*'), '*/*']) {
    const found = contents.find((one) => one.mediaType.replace(/;.*/s, '').trim().toLowerCase() === range);
    if (found) return found;
  }
  return undefined;
}

function readMediaType(header: string | undefined): MIMEType | undefined {
  try {
    return header === undefined ? undefined : new MIMEType(header);
  } catch {
    return undefined;
  }
}
