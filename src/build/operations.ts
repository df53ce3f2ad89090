import { describedOperations, securityScheme, type DescribedOperation } from '../description/operations.js';
import type { ClientDescription, ClientOperation, TokenPlace } from '../client/description.js';
import type { Description, MediaType, SecurityScheme } from '../description/types.js';

/** The methods that RFC 9110 (section 9.2.2) calls idempotent: repeating the request has no further effect. */
const idempotentMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);

/**
 * Writes the text of `generated/operations.ts`: what the client needs of a description at run time.
 *
 * Taken from the description are the first of `servers`, the security schemes that one token can serve, and of each
 * operation its method, path, security, request media types, and statuses with their media types. Whether repeating
 * an operation is harmless follows from its method (RFC 9110); `x-idempotent: true` or `false` on the operation
 * says otherwise. An operation without an `operationId` is named after its method and path, such as `get /users`.
 *
 * @param description A bundled OpenAPI 3.0 or 3.1 description.
 * @returns TypeScript. The same description gives the same text.
 * @throws Error when a reference cannot be followed, or a security scheme is not described.
 */
export function renderOperations(description: Description): string {
  return `// Generated from the OpenAPI description. Do not edit: change the description and build again.

/** What the client needs of the description at run time. */
export const description = ${literal(clientDescription(description))} as const;
`;
}

function clientDescription(description: Description): ClientDescription {
  const operations = describedOperations(description);
  const places = new Map<string, TokenPlace>();
  for (const name of new Set(operations.flatMap(({ security }) => security.flatMap(Object.keys)))) {
    const place = tokenPlace(securityScheme(description, name));
    if (place) places.set(name, place);
  }
  return {
    baseUrl: defaultBaseUrl(description),
    securitySchemes: Object.fromEntries(places),
    operations: Object.fromEntries(
      operations.map((operation) => [operation.operationId, clientOperation(operation, places)]),
    ),
  };
}

function clientOperation(
  { method, path, security, requestBody, responses, operation }: DescribedOperation,
  places: Map<string, TokenPlace>,
): ClientOperation {
  const harmless = operation['x-idempotent'];
  return {
    method,
    path,
    // A requirement of two schemes at once asks for two secrets: no single token meets it.
    security: security
      .map((requirement) => Object.keys(requirement))
      .flatMap((names) => (names.length === 1 ? names.filter((name) => places.has(name)) : [])),
    idempotent: typeof harmless === 'boolean' ? harmless : idempotentMethods.has(method),
    request: mediaTypes(requestBody?.content),
    responses: Object.fromEntries(
      // The answer to HEAD never has a body (RFC 9110, section 9.3.2), whatever its content is described to be.
      responses.map(({ status, response }) => [status, method === 'HEAD' ? [] : mediaTypes(response.content)]),
    ),
  };
}

/** Media types compare without regard to case, and without parameters (RFC 9110, section 8.3.1). */
function mediaTypes(content: Record<string, MediaType> | undefined): string[] {
  return [...new Set(Object.keys(content ?? {}).map((name) => name.replace(/\s*;.*$/s, '').toLowerCase()))];
}

function tokenPlace({ type, in: place, name, scheme, ...extensions }: SecurityScheme): TokenPlace | undefined {
  const word = extensions['x-authorization-scheme'];
  switch (type) {
    case 'apiKey':
      return place && name !== undefined ? { in: place, name, prefix: word ? `${word} ` : '' } : undefined;
    case 'http':
      return { in: 'header', name: 'Authorization', prefix: `${authenticationScheme(scheme ?? '')} ` };
    case 'oauth2':
    case 'openIdConnect':
      return { in: 'header', name: 'Authorization', prefix: 'Bearer ' };
    case 'mutualTLS':
      return undefined;
  }
}

/** Descriptions write the schemes in lower case, yet some servers compare the word as it is registered. */
function authenticationScheme(scheme: string): string {
  return /^(basic|bearer)$/i.test(scheme) ? scheme.charAt(0).toUpperCase() + scheme.slice(1).toLowerCase() : scheme;
}

function defaultBaseUrl({ servers }: Description): string {
  const server = servers?.[0];
  if (!server) return '';
  return server.url.replace(/\{([^{}]+)\}/g, (variable, name: string) => server.variables?.[name]?.default ?? variable);
}

/** A value as a TypeScript literal: like JSON, with quotes only around the keys that need them. */
function literal(value: unknown, indent = ''): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, item]) => `${indent}  ${propertyName(key)}: ${literal(item, `${indent}  `)},\n`);
  return `{\n${lines.join('')}${indent}}`;
}

function propertyName(key: string): string {
  // As a plain key, __proto__ would set the prototype instead of a property.
  if (key === '__proto__') return `[${JSON.stringify(key)}]`;
  return /^(?:[A-Za-z_$][\w$]*|0|[1-9]\d*)$/.test(key) ? key : JSON.stringify(key);
}
