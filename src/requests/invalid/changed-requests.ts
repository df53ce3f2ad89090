import { isObject } from '../../description/json-value.js';
import { bodyKind, essenceOf, isJson } from '../../description/media-types.js';
import { authenticationScheme, credentialPlace, securityAlternatives } from '../../description/authentication.js';
import type { DocumentedOperation } from '../../description/operations.js';
import type { Description } from '../../description/types.js';
import type { SampleRequest } from '../sample-request.js';

/** A request that was changed in one way. */
export interface ChangedRequest {
  /** Describes the change. */
  name: string;
  request: SampleRequest;
}

/** Media types that clients often send by mistake. */
const mediaTypes = [
  'application/json',
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
];

/** Variants of a valid request: its body with each undocumented media type, and without a media type. */
export function otherMediaTypes({ requestBody }: DocumentedOperation, request: SampleRequest): ChangedRequest[] {
  const documented = Object.keys(requestBody?.content ?? {});
  if (!request.body || documented.some((one) => one.includes('*'))) return [];
  const others = mediaTypes.filter((one) => !documented.some((known) => essenceOf(known) === one));
  return [
    ...others.map((one) => ({ name: `body as ${one}`, request: withContentType(request, one) })),
    { name: 'body without a media type', request: withContentType(request, undefined) },
  ];
}

/** Variants of a valid request: its media type in other, equivalent spellings (RFC 9110, section 8.3.1). */
export function sameMediaTypes(request: SampleRequest): ChangedRequest[] {
  const { body } = request;
  const kind = body && bodyKind(body.contentType);
  if (!body || (kind !== 'json' && kind !== 'text')) return [];
  const essence = essenceOf(body.contentType);
  return [
    { name: 'media type with a charset', request: withContentType(request, `${essence}; charset=utf-8`) },
    { name: 'media type in capitals', request: withContentType(request, `${essence.toUpperCase()};Charset="UTF-8"`) },
  ];
}

/** Variants of a valid request with a JSON body: the body is cut off, empty, or not JSON. */
export function malformedBodies(request: SampleRequest): ChangedRequest[] {
  const { body } = request;
  const holdsJson = body && (isJson(body.contentType) || /^\s*[[{]/.test(body.text));
  if (!holdsJson) return [];
  return [
    { name: 'body cut off', request: withText(request, body.text.trimEnd().slice(0, -1)) },
    { name: 'body that is no JSON', request: withText(request, 'not json') },
    { name: 'body empty', request: withText(request, '') },
  ];
}

/** Much longer than real texts: a server without a length limit may fail on it. */
const longText = 'x'.repeat(5000);

/** Variants of a valid request with a JSON object: each of its texts is very long. */
export function longTexts(request: SampleRequest): ChangedRequest[] {
  const { json } = request.body ?? {};
  if (!isObject(json)) return [];
  const members = Object.entries(json).filter(([, value]) => typeof value === 'string');
  return members.map(([member]) => ({
    name: `body.${member} very long`,
    request: withText(request, JSON.stringify({ ...json, [member]: longText })),
  }));
}

/**
 * Variants of a valid request: with empty credentials, with another or no authentication scheme, and with wrong credentials if
 * the correct ones are known.
 *
 * @param known The names of the security schemes whose credentials in the request are correct.
 */
export function otherCredentials(
  description: Description,
  operation: DocumentedOperation,
  request: SampleRequest,
  known: ReadonlySet<string>,
): ChangedRequest[] {
  const [first = {}] = operation.security;
  // If one alternative requires no credentials, none are wrong.
  if (operation.security.some((one) => Object.keys(one).length === 0)) return [];
  const [schemes = []] = securityAlternatives(description, operation);
  return Object.keys(first).flatMap((schemeName, index): ChangedRequest[] => {
    const scheme = schemes[index];
    const place = scheme && credentialPlace(scheme);
    if (!scheme || place?.in !== 'header') return [];
    const right = request.headers.find(([name]) => name === place.name)?.[1];
    if (right === undefined) return [];
    const bare = right.slice(place.prefix.length);
    const word = authenticationScheme(scheme);
    return [
      ...(known.has(schemeName) ? [['wrong credentials', place.prefix + wrong(bare)] as const] : []),
      ...(word === undefined ? [] : [['credentials without their scheme', bare] as const]),
      ...(word === undefined
        ? []
        : [['credentials of another scheme', `${word === 'Bearer' ? 'Token' : 'Bearer'} ${bare}`] as const]),
      ['empty credentials', place.prefix.trim()] as const,
    ].map(([name, value]) => ({ name, request: withHeader(request, place.name, value) }));
  });
}

/** A wrong credential of the same length, with the same kinds of characters. */
function wrong(credential: string): string {
  return credential.replaceAll(/[a-z0-9]/gi, (character) =>
    /[0-9]/.test(character) ? (character === '0' ? '1' : '0') : character === 'a' ? 'b' : 'a',
  );
}

/** Changes the method of a request. If the method usually has no body, the body is removed. */
export function withMethod(request: SampleRequest, method: string): SampleRequest {
  const { body, ...others } = request;
  const takesBody = !['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(method);
  if (takesBody || !body) return { ...request, method };
  return { ...others, method, body: undefined, headers: request.headers.filter(([name]) => name !== 'Content-Type') };
}

function withContentType(request: SampleRequest, contentType: string | undefined): SampleRequest {
  return withHeader(request, 'Content-Type', contentType);
}

function withHeader(request: SampleRequest, name: string, value: string | undefined): SampleRequest {
  const others = request.headers.filter(([one]) => one !== name);
  return { ...request, headers: value === undefined ? others : [...others, [name, value]] };
}

function withText(request: SampleRequest, text: string): SampleRequest {
  return { ...request, body: request.body && { ...request.body, text } };
}
