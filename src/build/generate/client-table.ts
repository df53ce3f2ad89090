import { credentialPlace, securityScheme } from '../../description/authentication.js';
import { acceptOf, bodyKind, essenceOf, isJson } from '../../description/media-types.js';
import type { DocumentedOperation } from '../../description/operations.js';
import { possibleTypes } from '../../description/schemas/possible-types.js';
import { styledParameter } from '../../description/parameters/styled-parameter.js';
import { firstServerUrl } from '../../description/servers.js';
import { resolveIfPossible } from '../../description/references/resolve.js';
import type { Description, MediaType, Parameter, Schema } from '../../description/types.js';
import { jsonInText } from './json-in-text.js';
import { Expression } from './literal.js';

/** A ClientOperation of the client, its serializers as TypeScript. */
export interface ClientTableOperation {
  method: string;
  path: string;
  server?: { url: string; replaces: string };
  responses: Record<string, string[]>;
  accept?: string;
  contentType?: string;
  textHoldsJson?: true;
  idempotent?: boolean;
  credential?: { header: string; prefix: string };
  serializers?: Expression;
  mediaTypes?: Expression;
}

/** A ClientDescription of the client, as TypeScript is written from it. */
export interface ClientTable {
  baseUrl: string;
  operations: Record<string, ClientTableOperation>;
}

/** The methods besides GET that RFC 9110 (section 9.2.2) calls idempotent: repeating the request has no further effect. */
const idempotentMethods = new Set(['HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);

/**
 * Takes from a description what its client needs at run time.
 *
 * Whether repeating an operation is harmless follows from its method (RFC 9110); `x-idempotent: true` or `false` on
 * the operation says otherwise.
 *
 * @param operations The operations of the description.
 * @throws Error when a security scheme is not documented.
 */
export function clientDescription(description: Description, operations: DocumentedOperation[]): ClientTable {
  return {
    baseUrl: firstServerUrl(description) ?? '',
    operations: Object.fromEntries(
      operations.map((operation) => [operation.operationId, clientOperation(description, operation)]),
    ),
  };
}

function clientOperation(description: Description, documented: DocumentedOperation): ClientTableOperation {
  const { method, requestBody, responses } = documented;
  const [[mediaType, media] = [undefined, undefined]] = Object.entries(requestBody?.content ?? {});
  const read = Object.fromEntries(
    // The response to HEAD never has a body (RFC 9110, section 9.3.2), whatever its content is documented to be.
    responses.map(({ status, response }) => [responseName(status), method === 'HEAD' ? [] : mediaTypes(response.content)]),
  );
  return withoutUndefined({
    method,
    path: documented.path,
    server: ownServer(description, documented),
    responses: read,
    accept: ownAccept(read),
    contentType: mediaType && contentType(mediaType),
    textHoldsJson: mediaType && !isJson(mediaType) && jsonInText(description, media) ? true : undefined,
    idempotent: isIdempotent(documented),
    credential: credential(description, documented),
    serializers: serializers(description, documented),
    mediaTypes: needsMediaTypes(documented) ? new Expression('mediaTypes') : undefined,
  });
}

/** The first server of the operation or of its path, where that is not the one of the description. */
function ownServer(description: Description, operation: DocumentedOperation): ClientTableOperation['server'] {
  const [url, replaces = ''] = [firstServerUrl(description, operation), firstServerUrl(description)];
  return operation.servers === undefined || url === undefined || url === replaces ? undefined : { url, replaces };
}

/** `undefined` for GET, which the client knows, and where neither the method nor the description says it. */
function isIdempotent({ method, operation }: DocumentedOperation): boolean | undefined {
  const stated = operation['x-idempotent'];
  if (typeof stated === 'boolean') return stated;
  return idempotentMethods.has(method) ? true : undefined;
}

/** Creates the serializers of an operation, where the client would write its parameters or its body otherwise. */
function serializers(description: Description, { parameters, requestBody }: DocumentedOperation): Expression | undefined {
  const styled = parameters.some((parameter) => needsStyle(description, parameter)) ? parameters.map(styledParameter) : [];
  const content = Object.entries(requestBody?.content ?? {});
  const bodies = content.map(([mediaType, { encoding }]) => [contentType(mediaType) ?? mediaType, encoding ?? {}] as const);
  const isPlain = content.length < 2 && content.every(([mediaType]) => isWrittenAsItIs(mediaType));
  if (styled.length === 0 && isPlain) {
    const hasDate = parameters.some(({ schema }) => isDate(description, schema));
    return hasDate ? new Expression('dateSerializers') : undefined;
  }
  const styles = {
    ...(styled.length > 0 && { parameters: styled }),
    ...(!isPlain && { bodies: Object.fromEntries(bodies) }),
  };
  return new Expression(`/* @__PURE__ */ createSerializers(${JSON.stringify(styles)})`);
}

/** Whether a body is other than the client takes it by itself: as JSON, `text/…`, or bytes. */
function needsMediaTypes({ requestBody, responses }: DocumentedOperation): boolean {
  const contents = [requestBody?.content, ...responses.map(({ response }) => response.content)];
  return contents
    .flatMap((content) => Object.keys(content ?? {}))
    .some((mediaType) => {
      const kind = bodyKind(mediaType);
      return mediaType.includes('*') || !(['json', 'bytes'].includes(kind) || essenceOf(mediaType).startsWith('text/'));
    });
}

/** Forms are written by serializers, and ranges are narrowed by them. */
function isWrittenAsItIs(mediaType: string): boolean {
  return !mediaType.includes('*') && !['form', 'multipart'].includes(bodyKind(mediaType));
}

/**
 * openapi-fetch repeats lists in a query and joins them elsewhere, knows no objects within lists and objects, does not encode
 * the names in a query, and reads a style from those in a path.
 */
function needsStyle(description: Description, parameter: Parameter): boolean {
  const { name, in: place, style, explode, allowReserved, content, schema } = parameter;
  if (content || allowReserved) return true;
  if (place === 'query' ? /[\s#%&+=]/.test(name) : place === 'path' && /^[.;]|\*$/.test(name)) return true;
  const types = possibleTypes(description, schema);
  const canBe = (type: string): boolean => types.has(type) || (types.size === 0 && (style ?? explode) !== undefined);
  if (place !== 'query') return (style ?? 'simple') !== 'simple' || canBe('array') || canBe('object');
  const repeats = style === undefined || style === 'form' ? explode !== false : explode === true;
  return canBe('object') || (canBe('array') && !(repeats && holdsTexts(description, schema)));
}

/** Whether callers may pass a Date, or a list of Dates. openapi-fetch would serialize a Date as an object without members. */
function isDate(description: Description, schema: Schema | undefined): boolean {
  const { format = '', items } = (schema && resolveIfPossible<Schema>(description, schema)) ?? {};
  return /^date(-time)?$/.test(format) || (items !== undefined && isDate(description, items));
}

/** Whether all items of a list are single values; null is left out of a list, and an object in it is JSON. */
function holdsTexts(description: Description, schema: Schema | undefined): boolean {
  const { items } = (schema && resolveIfPossible<Schema>(description, schema)) ?? {};
  const types = [...possibleTypes(description, items)];
  return types.length > 0 && types.every((type) => !['null', 'array', 'object'].includes(type));
}

/** The header of a request body; `undefined` for JSON, which the client takes for granted. */
function contentType(mediaType: string): string | undefined {
  if (/^application\/json$/i.test(mediaType)) return undefined;
  // fetch sends text as UTF-8; without the word, some servers read a text type as US-ASCII (RFC 6657).
  return /^text\/[^;]*$/i.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType;
}

/** The key of a response, its range in upper case: the client looks it up. */
function responseName(status: string): string {
  return status.replace(/xx$/i, 'XX');
}

/** A longer `Accept` makes browsers ask first whether they may send it (Fetch standard, "CORS-safelisted request-header"). */
const longestAccept = 128;

/**
 * What an operation accepts: the documented media types, those of successes first (RFC 9110, section 12.5.1).
 *
 * @returns `undefined` where that is what the client makes of the responses.
 */
function ownAccept(responses: Record<string, string[]>): string | undefined {
  const all = Object.entries(responses);
  const successes = all.filter(([status]) => status.startsWith('2'));
  let accept = '';
  for (const type of new Set([...successes, ...all].flatMap(([, types]) => types))) {
    // A range of suffixes is none of HTTP.
    if (type.includes('*+')) continue;
    const longer = accept ? `${accept}, ${type}` : type;
    if (longer.length > longestAccept) break;
    accept = longer;
  }
  return accept === acceptOf(responses) ? undefined : accept;
}

/** The media types of a response, without parameters. */
function mediaTypes(content: Record<string, MediaType> = {}): string[] {
  return [...new Set(Object.keys(content).map(essenceOf))];
}

/**
 * Where the token of an operation goes: the place of its first security requirement that one token meets.
 * A key in the query is left to the caller: it would be in every log.
 */
function credential(description: Description, { security }: DocumentedOperation): ClientTableOperation['credential'] {
  for (const requirement of security) {
    const names = Object.keys(requirement);
    // A requirement of two schemes at once asks for two secrets: no single token meets it.
    const [name] = names.length === 1 ? names : [];
    const place = name === undefined ? undefined : credentialPlace(securityScheme(description, name));
    if (place?.in === 'header') return { header: place.name, prefix: place.prefix };
    if (place?.in === 'cookie') return { header: 'Cookie', prefix: `${place.name}=` };
  }
  return undefined;
}

type Needed = Pick<ClientTableOperation, 'path' | 'method' | 'responses'>;

/** Leaves out the fields that are `undefined`: generated code is as small as a page wants to load it. */
function withoutUndefined(
  operation: Needed & {
    [Key in keyof ClientTableOperation]: ClientTableOperation[Key] | undefined;
  },
): ClientTableOperation {
  const { path, method, responses, ...others } = operation;
  return { path, method, responses, ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)) };
}
