import { credentialPlace, securityScheme } from '../description/authentication.js';
import type { DescribedOperation } from '../description/operations.js';
import { possibleTypes } from '../description/possible-types.js';
import { firstServerUrl } from '../description/servers.js';
import type { Description, MediaType, Parameter } from '../description/types.js';

/** A header, and what stands in it before the token; nothing where no single token is asked for. */
type TokenPlace = [header: string, prefix: string] | [];

/** What becomes a ClientDescription of the client, as TypeScript is written of it. */
export interface ClientTable {
  baseUrl: string;
  /** Each a ClientOperation. */
  operations: Record<string, unknown[]>;
}

/** An expression in place of a value. */
export class Expression {
  constructor(readonly text: string) {}
}

/** The methods that RFC 9110 (section 9.2.2) calls idempotent: repeating the request has no further effect. */
const idempotentMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);

/**
 * Takes from a description what its client needs at run time.
 *
 * Whether repeating an operation is harmless follows from its method (RFC 9110); `x-idempotent: true` or `false` on
 * the operation says otherwise.
 *
 * @param operations The operations of the description.
 * @throws Error when a security scheme is not described.
 */
export function clientDescription(description: Description, operations: DescribedOperation[]): ClientTable {
  return {
    baseUrl: firstServerUrl(description) ?? '',
    operations: Object.fromEntries(
      operations.map((operation) => [operation.operationId, clientOperation(description, operation)]),
    ),
  };
}

function clientOperation(description: Description, described: DescribedOperation): unknown[] {
  const { method, requestBody, responses } = described;
  const path = styledPath(described);
  const [mediaType = ''] = Object.keys(requestBody?.content ?? {});
  const harmless = described.operation['x-idempotent'] ?? idempotentMethods.has(method);
  const answers = Object.fromEntries(
    // The answer to HEAD never has a body (RFC 9110, section 9.3.2), whatever its content is described to be.
    responses.map(({ status, response }) => [status, method === 'HEAD' ? '' : bodyTypes(response.content)]),
  );
  const token = tokenPlace(description, described);
  const type = contentType(mediaType);
  const styles = stylesOf(description, described);
  const [tokenHeader = '', tokenPrefix = ''] = token;
  const known = [type, harmless === true ? 1 : 0, tokenHeader, tokenPrefix, styles ?? ''];
  // What is empty at the end is left out; the prefix belongs to its header.
  const last = known.findLastIndex((one) => one !== '' && one !== 0);
  return [method, path, answers, ...known.slice(0, tokenHeader && last < 3 ? 4 : last + 1)];
}

/** The path, with what openapi-fetch reads of RFC 6570 where a parameter is not written in the style `simple`. */
function styledPath({ path, parameters }: DescribedOperation): string {
  return parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((template, { name, style, explode }) => {
      const operator = style === 'label' ? '.' : style === 'matrix' ? ';' : '';
      return template.replaceAll(`{${name}}`, `{${operator}${name}${explode ? '*' : ''}}`);
    }, path);
}

/** The call that makes the styles of an operation, where openapi-fetch would not write them by itself. */
function stylesOf(description: Description, { parameters, requestBody }: DescribedOperation): Expression | undefined {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const [[mediaType, media] = ['', undefined]] = Object.entries(requestBody?.content ?? {});
  const isForm = /^application\/x-www-form-urlencoded/i.test(mediaType);
  if (!isForm && !query.some((parameter) => needsStyle(description, parameter))) return undefined;
  const styles = query.map(({ name, style, explode, content }) => ({
    name,
    in: 'query',
    ...(style && { style }),
    ...(explode !== undefined && { explode }),
    ...(content && { content: true }),
  }));
  const written = [styles, ...(isForm ? [media?.encoding ?? {}] : [])].map((one) => JSON.stringify(one));
  return new Expression(`styled(${written.join(', ')}) as Styles`);
}

/** openapi-fetch repeats lists, and writes each object as `deepObject`. */
function needsStyle(description: Description, { style, explode, content, schema }: Parameter): boolean {
  if (content) return true;
  const types = possibleTypes(description, schema);
  const repeats = style === undefined || style === 'form' ? explode !== false : explode === true;
  return (types.has('array') && !repeats) || (types.has('object') && style !== 'deepObject');
}

/**
 * The header of a request body; empty for JSON, which openapi-fetch takes for granted, and for a form in parts, whose
 * boundary comes with the form.
 */
function contentType(mediaType: string): string {
  if (/^(multipart\/.*|application\/json)$/i.test(mediaType)) return '';
  // fetch sends text as UTF-8; without the word, some servers read a text type as US-ASCII (RFC 6657).
  return /^text\/[^;]*$/i.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType;
}

/**
 * A regular expression for the media types of a response, empty for none. Media types compare without regard to case,
 * and without parameters (RFC 9110, section 8.3.1).
 */
function bodyTypes(content: Record<string, MediaType> | undefined): string {
  const names = Object.keys(content ?? {}).map((name) => name.replace(/\s*;.*$/s, '').toLowerCase());
  return [...new Set(names)].map((name) => name.replace(/[.+]/g, '\\$&').replaceAll('*', '.*')).join('|');
}

/** Where one token meets a security requirement. A key in the query is left to the caller: it would stand in every log. */
function tokenPlace(description: Description, { security }: DescribedOperation): TokenPlace {
  for (const requirement of security) {
    const names = Object.keys(requirement);
    // A requirement of two schemes at once asks for two secrets: no single token meets it.
    const [name] = names.length === 1 ? names : [];
    const place = name === undefined ? undefined : credentialPlace(securityScheme(description, name));
    if (place?.in === 'header') return [place.name, place.prefix];
    if (place?.in === 'cookie') return ['Cookie', `${place.name}=`];
  }
  return [];
}
