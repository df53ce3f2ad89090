import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createMock } from '../../src/mock/index.js';

/** A part of a description, or a patch for one. */
type Part = Record<string, unknown>;

/** A field of OpenAPI, and a request that shows whether it has an effect on the mock. */
interface Row {
  /** The object of the specification that has the field. */
  object: string;
  field: string;
  /** Whether the field changes the behaviour of the mock. */
  has: 'effect' | 'no effect';
  /** The patch with the field. */
  with: Part;
  /** The patch for both descriptions, with and without the field. */
  on?: Part;
  request?: Sent;
}

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
}

const get = (part: Part): Part => ({ paths: { '/things/{id}': { get: part } } });
const post = (part: Part): Part => ({ paths: { '/things/{id}': { post: part } } });
const response = (part: Part): Part => get({ responses: { 200: part } });
const content = (media: Part): Part => response({ content: { 'application/json': { example: undefined, ...media } } });
const schema = (part: Part): Part => content({ schema: part });
const parameter = (part: Part): Part =>
  get({ parameters: [id, { name: 'q', in: 'query', schema: { type: 'integer' }, ...part }] });
const header = (part: Part): Part => response({ headers: { 'X-A': { schema: { type: 'integer' }, ...part } } });
const body = (mediaType: string, media: Part): Part => post({ requestBody: { content: { [mediaType]: media } } });
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const xml = (part: Part): Part =>
  response({
    content: {
      'application/json': undefined,
      'application/xml': {
        schema: { type: 'object', properties: { a: { type: 'array', items: { type: 'string' }, example: ['x'], ...part } } },
      },
    },
  });
const security = (scheme: Part, part: Part = {}): Part => ({
  ...get({ security: [{ Key: [] }] }),
  components: { securitySchemes: { Key: { ...scheme, ...part } } },
});
const text = { type: 'string', example: 'x' };
const apiKey = { type: 'apiKey', in: 'header', name: 'X-Key' };
const words = { description: 'Words', externalDocs: { url: 'https://example.com' } };
const wrong = { path: '/things/1?q=x' };
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const parts = (name: string, type: string): Sent => ({
  method: 'POST',
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
  body: `--b\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: ${type}\r\n\r\n1\r\n--b--\r\n`,
});
const mixed: Sent = {
  method: 'POST',
  headers: { 'content-type': 'multipart/mixed; boundary=b' },
  body: '--b\r\nContent-Type: text/plain\r\n\r\n1\r\n--b--\r\n',
};

/** The description that each row changes. */
const base: Part = {
  openapi: '3.2.0',
  info: { title: 'Things', version: '1' },
  paths: {
    '/things/{id}': {
      get: {
        operationId: 'get',
        parameters: [id],
        responses: { 200: { description: 'OK', content: { 'application/json': { example: { a: 1 } } } } },
      },
      post: { operationId: 'post', parameters: [id], responses: { 200: { description: 'OK' } } },
    },
  },
};

const ok = { responses: { 200: { description: 'OK' } } };
const referred = (kind: string, component: Part, on: Part): Omit<Row, 'object' | 'field' | 'has'> => ({
  on,
  with: { components: { [kind]: { One: component } } },
});

const rows: Row[] = [
  ...rowsOf('OpenAPI Object', {
    openapi: {
      on: body('application/json', { schema: { type: 'string', nullable: true } }),
      with: { openapi: '3.0.3' },
      request: { method: 'POST', headers: json, body: 'null' },
    },
    $self: {
      on: { ...schema({ $ref: 'https://example.com/api#/components/schemas/A' }), components: { schemas: { A: { const: 7 } } } },
      with: { $self: 'https://example.com/api' },
    },
    jsonSchemaDialect: {
      on: {
        ...body('application/json', { schema: { $ref: '#/components/schemas/A', maxLength: 1 } }),
        components: { schemas: { A: {} } },
      },
      with: { jsonSchemaDialect: 'http://json-schema.org/draft-07/schema#' },
      request: { method: 'POST', headers: json, body: '"ab"' },
    },
    paths: { with: { paths: { '/more': { get: ok } } }, request: { path: '/more' } },
    security: { on: { components: { securitySchemes: { Key: apiKey } } }, with: { security: [{ Key: [] }] } },
  }),
  ...withoutEffect('OpenAPI Object', {
    servers: { with: { servers: [{ url: 'https://example.com/v1' }] }, request: { path: '/v1/things/1' } },
    webhooks: { with: { webhooks: { made: { post: ok } } } },
    tags: { with: { tags: [{ name: 'A', ...words, summary: 'A', parent: 'B', kind: 'nav' }] } },
    externalDocs: { with: words },
  }),
  ...rowsOf('Info Object', { title: { with: { info: { title: 'Other' } } }, version: { with: { info: { version: '2' } } } }),
  ...withoutEffect('Info Object', {
    summary: { with: { info: { summary: 'A' } } },
    description: { with: { info: { description: 'A' } } },
    termsOfService: { with: { info: { termsOfService: 'https://example.com' } } },
    contact: { with: { info: { contact: { name: 'A' } } } },
    license: { with: { info: { license: { name: 'A' } } } },
  }),
  ...rowsOf('Components Object', {
    schemas: referred('schemas', { const: 7 }, schema({ $ref: '#/components/schemas/One' })),
    responses: referred(
      'responses',
      { description: 'A', content: { 'application/json': { example: 7 } } },
      get({ responses: { 200: { $ref: '#/components/responses/One', content: undefined } } }),
    ),
    parameters: referred(
      'parameters',
      { name: 'q', in: 'query', required: true, schema: {} },
      get({ parameters: [id, { $ref: '#/components/parameters/One' }] }),
    ),
    examples: referred('examples', { value: 7 }, content({ examples: { one: { $ref: '#/components/examples/One' } } })),
    requestBodies: {
      ...referred(
        'requestBodies',
        { required: true, content: { 'application/json': {} } },
        post({ requestBody: { $ref: '#/components/requestBodies/One' } }),
      ),
      request: { method: 'POST' },
    },
    headers: referred(
      'headers',
      { schema: { const: 7 } },
      response({ headers: { 'X-A': { $ref: '#/components/headers/One' } } }),
    ),
    securitySchemes: referred('securitySchemes', apiKey, get({ security: [{ One: [] }] })),
    callbacks: {
      ...referred('callbacks', {}, post({ callbacks: { made: { $ref: '#/components/callbacks/One' } } })),
      request: { method: 'POST' },
    },
    pathItems: {
      ...referred('pathItems', { get: ok }, { paths: { '/more': { $ref: '#/components/pathItems/One' } } }),
      request: { path: '/more' },
    },
    mediaTypes: referred('mediaTypes', { example: 7 }, content({ $ref: '#/components/mediaTypes/One' })),
  }),
  ...withoutEffect('Components Object', { links: { with: { components: { links: { A: { operationId: 'get' } } } } } }),
  ...rowsOf('Path Item Object', {
    $ref: {
      on: { components: { pathItems: { A: { put: ok } } } },
      with: { paths: { '/a': { $ref: '#/components/pathItems/A' } } },
      request: { method: 'PUT', path: '/a' },
    },
    ...Object.fromEntries(
      ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'query'].map((method) => [
        method,
        { with: { paths: { '/a': { [method]: ok } } }, request: { method: method.toUpperCase(), path: '/a' } },
      ]),
    ),
    trace: { with: { paths: { '/a': { trace: ok } } }, request: { path: '/a' } },
    additionalOperations: {
      with: { paths: { '/a': { additionalOperations: { COPY: ok } } } },
      request: { method: 'COPY', path: '/a' },
    },
    parameters: { with: { paths: { '/things/{id}': { parameters: [{ name: 'q', in: 'query', required: true, schema: {} }] } } } },
  }),
  ...withoutEffect('Path Item Object', {
    summary: { with: { paths: { '/things/{id}': { summary: 'A' } } } },
    description: { with: { paths: { '/things/{id}': { description: 'A' } } } },
    servers: { with: { paths: { '/things/{id}': { servers: [{ url: '/v1' }] } } }, request: { path: '/v1/things/1' } },
  }),
  ...rowsOf('Operation Object', {
    operationId: { with: get({ operationId: 'other' }) },
    parameters: { with: parameter({ required: true }) },
    requestBody: {
      with: post({ requestBody: { required: true, content: { 'application/json': {} } } }),
      request: { method: 'POST' },
    },
    responses: { with: get({ responses: { 200: { content: { 'application/json': { example: 7 } } } } }) },
    callbacks: {
      with: post({ callbacks: { made: { 'nowhere:{$request.body}': { $ref: '#/nothing' } } } }),
      request: { method: 'POST' },
    },
    deprecated: { with: get({ deprecated: true }) },
    security: { on: { components: { securitySchemes: { Key: apiKey } } }, with: get({ security: [{ Key: [] }] }) },
  }),
  ...withoutEffect('Operation Object', {
    tags: { with: get({ tags: ['A'] }) },
    summary: { with: get({ summary: 'A' }) },
    description: { with: get({ description: 'A' }) },
    externalDocs: { with: get(words) },
    servers: { with: get({ servers: [{ url: '/v1' }] }), request: { path: '/v1/things/1' } },
  }),
  ...rowsOf('Parameter Object', {
    name: { on: parameter({}), with: parameter({ name: 'other' }), request: wrong },
    in: { on: parameter({}), with: parameter({ in: 'header' }), request: wrong },
    required: { on: parameter({}), with: parameter({ required: true }) },
    deprecated: { on: parameter({}), with: parameter({ deprecated: true }), request: { path: '/things/1?q=1' } },
    allowEmptyValue: { on: parameter({}), with: parameter({ allowEmptyValue: true }), request: { path: '/things/1?q=' } },
    style: {
      on: parameter({ schema: { type: 'array', maxItems: 1 }, explode: false }),
      with: parameter({ schema: { type: 'array', maxItems: 1 }, explode: false, style: 'pipeDelimited' }),
      request: { path: '/things/1?q=a|b' },
    },
    explode: {
      on: parameter({ schema: { type: 'array', maxItems: 1 } }),
      with: parameter({ schema: { type: 'array', maxItems: 1 }, explode: false }),
      request: { path: '/things/1?q=a,b' },
    },
    schema: { on: parameter({ schema: {} }), with: parameter({ schema: { type: 'integer' } }), request: wrong },
    content: {
      on: parameter({ schema: undefined }),
      with: parameter({ schema: undefined, content: { 'application/json': {} } }),
      request: wrong,
    },
    examples: {
      on: content({ examples: { first: { value: 1 }, two: { value: 2 } } }),
      with: parameter({ examples: { two: { value: 2 } } }),
      request: { path: '/things/1?q=2' },
    },
  }),
  ...withoutEffect('Parameter Object', {
    description: { on: parameter({}), with: parameter({ description: 'A' }), request: wrong },
    allowReserved: { on: parameter({}), with: parameter({ allowReserved: true }), request: wrong },
    example: { on: parameter({}), with: parameter({ example: 2 }), request: { path: '/things/1?q=2' } },
  }),
  ...rowsOf('Request Body Object', {
    content: {
      on: body('application/json', {}),
      with: body('text/csv', {}),
      request: { method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'a' },
    },
    required: { on: body('application/json', {}), with: post({ requestBody: { required: true } }), request: { method: 'POST' } },
  }),
  ...withoutEffect('Request Body Object', {
    description: {
      on: body('application/json', {}),
      with: post({ requestBody: { description: 'A' } }),
      request: { method: 'POST' },
    },
  }),
  ...rowsOf('Media Type Object', {
    schema: { with: schema({ const: 7 }) },
    itemSchema: {
      on: content({ example: [1] }),
      with: response({ content: { 'application/json': undefined, 'application/jsonl': { itemSchema: { const: 7 } } } }),
    },
    example: { with: content({ example: 7 }) },
    examples: { with: content({ examples: { one: { value: 7 } } }) },
    encoding: {
      on: body('multipart/form-data', {}),
      with: body('multipart/form-data', { encoding: { a: { contentType: 'image/png' } } }),
      request: parts('a', 'text/plain'),
    },
    prefixEncoding: {
      on: body('multipart/mixed', {}),
      with: body('multipart/mixed', { prefixEncoding: [{ contentType: 'image/png' }] }),
      request: mixed,
    },
    itemEncoding: {
      on: body('multipart/mixed', {}),
      with: body('multipart/mixed', { itemEncoding: { contentType: 'image/png' } }),
      request: mixed,
    },
  }),
  ...rowsOf('Encoding Object', {
    contentType: {
      on: body('multipart/form-data', {}),
      with: body('multipart/form-data', { encoding: { a: { contentType: 'image/png' } } }),
      request: parts('a', 'text/plain'),
    },
    headers: {
      on: body('multipart/form-data', {}),
      with: body('multipart/form-data', { encoding: { a: { headers: { 'X-A': { required: true, schema: {} } } } } }),
      request: parts('a', 'text/plain'),
    },
    style: {
      on: formOf({ explode: false }),
      with: formOf({ explode: false, style: 'pipeDelimited' }),
      request: { method: 'POST', headers: form, body: 'a=1|2' },
    },
    explode: {
      on: formOf({ style: 'form' }),
      with: formOf({ style: 'form', explode: false }),
      request: { method: 'POST', headers: form, body: 'a=1,2' },
    },
  }),
  ...withoutEffect('Encoding Object', {
    allowReserved: {
      on: formOf({ style: 'form' }),
      with: formOf({ allowReserved: true }),
      request: { method: 'POST', headers: form, body: 'a=1&a=2' },
    },
    encoding: {
      on: body('multipart/form-data', {}),
      with: body('multipart/form-data', { encoding: { a: { encoding: { b: { contentType: 'image/png' } } } } }),
      request: parts('a', 'text/plain'),
    },
    prefixEncoding: {
      on: body('multipart/form-data', {}),
      with: body('multipart/form-data', { encoding: { a: { prefixEncoding: [{ contentType: 'image/png' }] } } }),
      request: parts('a', 'text/plain'),
    },
    itemEncoding: {
      on: body('multipart/form-data', {}),
      with: body('multipart/form-data', { encoding: { a: { itemEncoding: { contentType: 'image/png' } } } }),
      request: parts('a', 'text/plain'),
    },
  }),
  ...rowsOf('Responses Object', {
    'a status': { with: get({ responses: { 201: { description: 'A' } } }), request: { headers: { prefer: 'code=201' } } },
    default: { with: get({ responses: { default: { description: 'A' } } }), request: { headers: { prefer: 'code=418' } } },
  }),
  ...rowsOf('Response Object', {
    headers: { with: header({ schema: { const: 7 } }) },
    content: { with: content({ example: 7 }) },
  }),
  ...withoutEffect('Response Object', {
    summary: { with: response({ summary: 'A' }) },
    description: { with: response({ description: 'A' }) },
    links: { with: response({ links: { one: { operationId: 'get', parameters: { id: 1 } } } }) },
  }),
  ...rowsOf('Example Object', {
    value: { with: content({ examples: { one: { value: 7 } } }) },
    dataValue: { with: content({ examples: { one: { dataValue: 7 } } }) },
    serializedValue: { with: content({ examples: { one: { serializedValue: ' 7' } } }) },
    externalValue: { with: content({ examples: { one: { externalValue: './package.json' } } }) },
  }),
  ...withoutEffect('Example Object', {
    summary: {
      on: content({ examples: { one: { value: 7 } } }),
      with: content({ examples: { one: { value: 7, summary: 'A' } } }),
    },
    description: {
      on: content({ examples: { one: { value: 7 } } }),
      with: content({ examples: { one: { value: 7, description: 'A' } } }),
    },
  }),
  ...rowsOf('Header Object', {
    required: { on: header({ schema: false, example: undefined }), with: header({ schema: false, required: true }) },
    explode: {
      on: header({ schema: { type: 'object' }, example: { a: 1 } }),
      with: header({ schema: { type: 'object' }, example: { a: 1 }, explode: true }),
    },
    schema: { with: header({ schema: { const: 7 } }) },
    content: { with: header({ schema: undefined, content: { 'application/json': { example: { a: 1 } } } }) },
    example: { with: header({ example: 7 }) },
    examples: { with: header({ examples: { one: { value: 7 } } }) },
  }),
  ...withoutEffect('Header Object', {
    description: { on: header({ example: 7 }), with: header({ example: 7, description: 'A' }) },
    deprecated: { on: header({ example: 7 }), with: header({ example: 7, deprecated: true }) },
    style: { on: header({ example: 7 }), with: header({ example: 7, style: 'simple' }) },
  }),
  ...rowsOf('Schema Object', {
    example: { on: schema({ type: 'string' }), with: schema({ type: 'string', example: 'A' }) },
    xml: { on: xml(text), with: xml({ ...text, xml: { name: 'b' } }) },
    readOnly: {
      on: body('application/json', { schema: { required: ['a'], properties: { a: {} } } }),
      with: body('application/json', { schema: { properties: { a: { readOnly: true } } } }),
      request: { method: 'POST', headers: json, body: '{}' },
    },
    writeOnly: {
      on: schema({ type: 'object', properties: { a: { type: 'string' } } }),
      with: schema({ type: 'object', properties: { a: { writeOnly: true } } }),
    },
    contentMediaType: {
      on: body('text/plain', { schema: { type: 'string' } }),
      with: body('text/plain', { schema: { type: 'string', contentMediaType: 'application/json' } }),
      request: { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{' },
    },
    contentSchema: {
      on: body('text/plain', { schema: { type: 'string', contentMediaType: 'application/json' } }),
      with: body('text/plain', { schema: { contentSchema: { type: 'object' } } }),
      request: { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '1' },
    },
  }),
  ...withoutEffect('Schema Object', {
    discriminator: {
      on: schema({ type: 'object', example: { a: 'b' } }),
      with: schema({ discriminator: { propertyName: 'a', mapping: { b: '#/components/schemas/B' } } }),
    },
    externalDocs: { on: schema({ type: 'string' }), with: schema(words) },
    deprecated: { on: schema({ type: 'string' }), with: schema({ deprecated: true }) },
  }),
  ...rowsOf('XML Object', {
    name: { on: xml(text), with: xml({ ...text, xml: { name: 'b' } }) },
    namespace: { on: xml({ xml: { wrapped: true } }), with: xml({ xml: { namespace: 'urn:a' } }) },
    prefix: { on: xml({ xml: { wrapped: true } }), with: xml({ xml: { prefix: 'p' } }) },
    attribute: { on: xml(text), with: xml({ ...text, xml: { attribute: true } }) },
    wrapped: { on: xml({}), with: xml({ xml: { wrapped: true } }) },
    nodeType: { on: xml({}), with: xml({ xml: { nodeType: 'element' } }) },
  }),
  ...rowsOf('Security Scheme Object', {
    type: { on: security(apiKey), with: security(apiKey, { type: 'http', scheme: 'basic' }) },
    name: { on: security(apiKey), with: security(apiKey, { name: 'X-Other' }) },
    in: { on: security(apiKey), with: security(apiKey, { in: 'query' }) },
    scheme: { on: security({ type: 'http', scheme: 'basic' }), with: security({ type: 'http', scheme: 'bearer' }) },
  }),
  ...withoutEffect('Security Scheme Object', {
    description: { on: security(apiKey), with: security(apiKey, { description: 'A' }) },
    bearerFormat: {
      on: security({ type: 'http', scheme: 'bearer' }),
      with: security({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }),
    },
    flows: {
      on: security({ type: 'oauth2' }),
      with: security({ type: 'oauth2' }, { flows: { implicit: { authorizationUrl: 'https://example.com', scopes: {} } } }),
    },
    openIdConnectUrl: {
      on: security({ type: 'openIdConnect' }),
      with: security({ type: 'openIdConnect' }, { openIdConnectUrl: 'https://example.com' }),
    },
    oauth2MetadataUrl: {
      on: security({ type: 'oauth2' }),
      with: security({ type: 'oauth2' }, { oauth2MetadataUrl: 'https://example.com' }),
    },
    deprecated: { on: security(apiKey), with: security(apiKey, { deprecated: true }) },
  }),
];

function formOf(encoding: Part): Part {
  const list = { type: 'object', properties: { a: { type: 'array', items: { type: 'integer' } } } };
  return body('application/x-www-form-urlencoded', { schema: list, encoding: { a: encoding } });
}

function rowsOf(
  object: string,
  fields: Record<string, Omit<Row, 'object' | 'field' | 'has'>>,
  has: Row['has'] = 'effect',
): Row[] {
  return Object.entries(fields).map(([field, row]) => ({ object, field, has, ...row }));
}

function withoutEffect(object: string, fields: Record<string, Omit<Row, 'object' | 'field' | 'has'>>): Row[] {
  return rowsOf(object, fields, 'no effect');
}

/** Merges a patch into a description. Lists are replaced. A member that is undefined in the patch is removed. */
function over(under: unknown, upper: unknown): unknown {
  const areParts = [under, upper].every((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
  if (!areParts) return upper;
  const merged: Part = { ...(under as Part) };
  for (const [key, value] of Object.entries(upper as Part))
    merged[key] = Object.hasOwn(merged, key) ? over(merged[key], value) : value;
  return JSON.parse(JSON.stringify(merged));
}

/** Everything that is visible of a mock from outside. */
async function seen(
  description: Part,
  { method = 'GET', path = '/things/1', headers = {}, body: sent }: Sent = {},
): Promise<object> {
  const mock = await createMock({ description }).catch((error: unknown) => (error as Error).message);
  if (typeof mock === 'string') return { mock };
  const response = await mock.fetch(`http://mock${path}`, { method, headers, ...(sent !== undefined && { body: sent }) });
  const { title, operations, warnings } = mock;
  return { status: response.status, body: await response.text(), headers: [...response.headers], title, operations, warnings };
}

describe('a field of OpenAPI', () => {
  test.each(rows)('$field of the $object has $has', async ({ has, on = {}, with: upper, request }) => {
    const without = over(base, on) as Part;
    const [before, after] = [await seen(without, request), await seen(over(without, upper) as Part, request)];
    if (has === 'effect') expect(after).not.toEqual(before);
    else expect(after).toEqual(before);
  });

  test('stands in the table of the README on the side where it belongs', async () => {
    const readme = await readFile('src/mock/README.md', 'utf8');
    const lines = [...readme.matchAll(/^\| ([A-Z][A-Za-z ]+ Object) \| (.*) \| (.*) \|$/gm)];
    const told = lines.map(([, object, effect = '', none = '']) => [object, fieldsIn(effect), fieldsIn(none)]);
    const objects = [...new Set(rows.map(({ object }) => object))];
    const of = (object: string, has: Row['has']): string[] =>
      rows.filter((row) => row.object === object && row.has === has).map(({ field }) => field);
    expect(told).toEqual(objects.map((object) => [object, of(object, 'effect'), of(object, 'no effect')]));
  });
});

function fieldsIn(cell: string): string[] {
  return cell
    .split(', ')
    .map((one) => one.replaceAll('`', '').trim())
    .filter((one) => one !== '' && one !== '–');
}
