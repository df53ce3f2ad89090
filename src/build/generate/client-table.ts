import { credentialPlace, securityScheme } from '../../description/authentication.js';
import { acceptOf, essenceOf, isJson } from '../../description/media-types.js';
import type { DocumentedOperation } from '../../description/operations.js';
import { firstServerUrl } from '../../description/servers.js';
import type { Description, MediaType } from '../../description/types.js';
import { contentType, mediaTypeReader, serializers } from './client-imports.js';
import { jsonInText } from './json-in-text.js';
import { Expression } from './literal.js';

/** A `ClientOperation` of the client, with its functions as TypeScript text. */
export interface ClientTableOperation {
  method: string;
  path: string;
  server?: Expression;
  responses: Record<string, string[]>;
  accept?: string;
  contentType?: string;
  textHoldsJson?: true;
  idempotent?: boolean;
  credential?: { header: string; prefix: string };
  serializers?: Expression;
  mediaTypes?: Expression;
}

/** A `ClientDescription` of the client, before it is written as TypeScript. */
export interface ClientTable {
  baseUrl: string;
  operations: Record<string, ClientTableOperation>;
}

/** The idempotent methods besides GET (RFC 9110, section 9.2.2): repeating such a request has no further effect. */
const idempotentMethods = new Set(['HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);

/**
 * Collects the parts of a description that its client needs at run time.
 *
 * The method of an operation decides whether it is idempotent, unless the operation has `x-idempotent: true` or `false`.
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
    mediaTypes: mediaTypeReader(documented),
  });
}

/** The first server of the operation or its path; `undefined` when it is the same as that of the description. */
function ownServer(description: Description, operation: DocumentedOperation): ClientTableOperation['server'] {
  const [url, replaces = ''] = [firstServerUrl(description, operation), firstServerUrl(description)];
  return operation.servers === undefined || url === undefined || url === replaces
    ? undefined
    : new Expression(`/* @__PURE__ */ ownServer(${JSON.stringify(url)}, ${JSON.stringify(replaces)})`);
}

/** Whether an operation is idempotent. `undefined` for GET, which the client knows, and when nothing says so. */
function isIdempotent({ method, operation }: DocumentedOperation): boolean | undefined {
  const stated = operation['x-idempotent'];
  if (typeof stated === 'boolean') return stated;
  return idempotentMethods.has(method) ? true : undefined;
}

/** The key of a response. A range is in upper case, as the client looks it up. */
function responseName(status: string): string {
  return status.replace(/xx$/i, 'XX');
}

/** In bytes. A longer `Accept` makes browsers send a preflight request (Fetch standard, "CORS-safelisted request-header"). */
const longestAccept = 128;

/**
 * The `Accept` header of an operation: the documented media types, those of 2xx responses first (RFC 9110, section 12.5.1).
 *
 * @returns `undefined` when the client derives the same header from the responses.
 */
function ownAccept(responses: Record<string, string[]>): string | undefined {
  const all = Object.entries(responses);
  const successes = all.filter(([status]) => status.startsWith('2'));
  let accept = '';
  for (const type of new Set([...successes, ...all].flatMap(([, types]) => types))) {
    // HTTP has no ranges of suffixes, such as `application/*+json`.
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
 * The header for the token of an operation: that of the first security requirement that a single token satisfies.
 * The caller has to send an API key in the query itself, since it would appear in every log.
 */
function credential(description: Description, { security }: DocumentedOperation): ClientTableOperation['credential'] {
  for (const requirement of security) {
    const names = Object.keys(requirement);
    // A requirement with two schemes needs two secrets, so a single token does not satisfy it.
    const [name] = names.length === 1 ? names : [];
    const place = name === undefined ? undefined : credentialPlace(securityScheme(description, name));
    if (place?.in === 'header') return { header: place.name, prefix: place.prefix };
    if (place?.in === 'cookie') return { header: 'Cookie', prefix: `${place.name}=` };
  }
  return undefined;
}

type Needed = Pick<ClientTableOperation, 'path' | 'method' | 'responses'>;

/** Leaves out the fields that are `undefined`, so that the generated code stays small. */
function withoutUndefined(
  operation: Needed & {
    [Key in keyof ClientTableOperation]: ClientTableOperation[Key] | undefined;
  },
): ClientTableOperation {
  const { path, method, responses, ...others } = operation;
  return { path, method, responses, ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)) };
}
