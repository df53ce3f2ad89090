import { expect, test } from 'vitest';
import type { Description } from '../../../../src/description/types.js';
import { completeDescription } from '../../../../src/description/complete.js';
import { renderDocs } from '../../../../src/build/docs/render-docs.js';

const ok = { '204': { description: 'Done.' } };

/** The page and the Markdown of a description, as text with single spaces. */
async function shown(parts: object): Promise<{ page: string; markdown: string }> {
  const whole = { openapi: '3.2.0', info: { title: 'T', version: '1' }, paths: {}, ...parts } as Description;
  const files = await renderDocs(completeDescription(whole).description, undefined);
  const [html = '', markdown = ''] = ['index.html', 'index.md'].map((name) => Buffer.from(files.get(name) ?? []).toString());
  const text = html
    .replaceAll(/<(script|style|nav)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<\/?(dt|dd|td|ul|li|p|h\d|div|label)\b[^>]*>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
  return { page: oneLine(text), markdown: oneLine(markdown.replaceAll(/[`*]/g, '')) };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function post(operation: object, rest: object = {}): object {
  return { paths: { '/a': { post: { operationId: 'a', summary: 'A', responses: ok, ...operation } } }, ...rest };
}

function sends(content: object): object {
  return post({ requestBody: { required: true, content } });
}

/** A JSON response. */
function answers(schema: unknown, more: object = {}): object {
  const media = { ...(schema !== undefined && { schema }), ...more };
  return post({ responses: { 200: { description: 'It.', content: { 'application/json': media } } } });
}

const cat = { $ref: '#/components/schemas/Cat' };

const oauth = {
  type: 'oauth2',
  flows: { clientCredentials: { tokenUrl: 'https://a.example/token', scopes: { read: 'Read it', write: 'Write it' } } },
};
const key = { type: 'apiKey', in: 'header', name: 'X-Key', description: 'From the settings' };
const securitySchemes = { oauth, key };

test.each<[kind: string, parts: object, words: string[], inMarkdown?: string[]]>([
  [
    'alternatives that only say which fields are required',
    sends({
      'application/json': {
        schema: {
          properties: { a: {}, b: {} },
          anyOf: [{ required: ['a'] }, { required: ['b'] }, { oneOf: [{ required: ['a'] }, { required: ['b'] }] }],
        },
      },
    }),
    ['One or more of a required b required Alternative 3 Exactly one of a required b required'],
    ['- One or more of - a required - b required - Alternative 3 - Exactly one of - a required - b required'],
  ],
  [
    'an alternative that is any value',
    answers({ oneOf: [{ title: 'Any' }, { title: 'Cat', properties: {} }] }),
    ['Any any Cat'],
    ['- Any: any - Cat'],
  ],
  [
    'a body that is text',
    sends({ 'text/plain': { schema: { type: 'string', maxLength: 10 } } }),
    ['Body, text/plain, required string, at most 10 characters'],
  ],
  [
    'a response that is a number',
    post({
      responses: { 200: { description: 'It.', content: { 'application/json': { schema: { type: 'integer', minimum: 1 } } } } },
    }),
    ['Body of 200 OK, application/json integer, at least 1'],
  ],
  [
    'several media types',
    sends({
      'application/json': { schema: { properties: { sku: { type: 'string' } } } },
      'application/xml': { schema: { properties: { code: { type: 'string' } } } },
    }),
    ['Body, application/json, required sku string', 'Body, application/xml, required code string'],
    ['Body, application/json, required - sku: string', 'Body, application/xml, required - code: string'],
  ],
  [
    'media types of one schema',
    sends({ 'application/json': { schema: { type: 'integer' } }, 'application/cbor': { schema: { type: 'integer' } } }),
    ['Body, application/json or application/cbor, required integer'],
  ],
  [
    'named examples',
    sends({
      'application/json': {
        examples: {
          small: { summary: 'A small order', value: { a: 1 } },
          large: { description: 'With a discount', value: { a: 900 } },
        },
      },
    }),
    ['A small order { "a": 1 }', 'With a discount { "a": 900 }'],
    ['small: A small order json { "a": 1 }', 'large: With a discount json { "a": 900 }'],
  ],
  [
    'an example elsewhere',
    sends({ 'application/json': { examples: { large: { summary: 'Large', externalValue: 'https://a.example/large.json' } } } }),
    ['Large https://a.example/large.json'],
    ['Large [https://a.example/large.json](https://a.example/large.json)'],
  ],
  [
    'bodies without a schema',
    sends({ 'image/png': {}, 'application/json': {}, 'text/csv': {}, 'application/pdf': {} }),
    [
      'Body, image/png or application/pdf, required binary data',
      'Body, application/json, required any',
      'text/csv, required text',
    ],
  ],
  [
    'a body that several responses have, once',
    post({
      responses: Object.fromEntries(
        ['400', '401', '404', 'default'].map((status) => [
          status,
          {
            description: status,
            content: { 'application/json': { schema: status === '404' ? { type: 'integer' } : { properties: { code: {} } } } },
          },
        ]),
      ),
    }),
    [
      'Body of 400 Bad Request, 401 Unauthorized and any other response, application/json code any Body of 404 Not Found, application/json integer',
    ],
    ['401 Unauthorized and any other response, application/json - code: any Body of 404 Not Found, application/json integer'],
  ],
  [
    'a body that is any object',
    sends({ 'application/json': { schema: { type: 'object' } } }),
    ['Body, application/json, required object'],
  ],
  [
    'a body of alternatives, once',
    sends({ 'application/json': { schema: { oneOf: [cat, { title: 'Dog', properties: {} }] } } }),
    ['Body, application/json, required Exactly one of Cat'],
    ['Body, application/json, required - Exactly one of - Cat'],
  ],
  [
    'an empty example',
    sends({ 'text/plain': { examples: { a: { value: '' }, b: { value: 'x' } } } }),
    ['a (empty)', 'x'],
    ['a: (empty) b: x'],
  ],
  [
    'the form of a parameter that its example shows, once',
    post({
      parameters: [
        { name: 'd', in: 'query', schema: { type: 'array' }, examples: { p: { dataValue: [1, 2], serializedValue: 'd=1%7C2' } } },
      ],
    }),
    ['d query list of any Example p: d=1%7C2 Means [1,2]'],
    ['d (query): list of any - Example p: d=1%7C2 Means [1,2]'],
  ],
  [
    'an example that shows the form of a parameter, once',
    post({ parameters: [{ name: 'd', in: 'query', explode: false, schema: { type: 'array' }, example: ['x', 'y'] }] }),
    ['d query list of any Written as: d=x,y Request'],
    ['list of any - Written as: d=x,y ### Request'],
  ],
  [
    'the form of a parameter with a long example',
    post({
      parameters: [
        { name: 'd', in: 'query', explode: false, schema: { type: 'array' }, example: Array.from({ length: 200 }, String) },
      ],
    }),
    ['list of any Written as: d=1,2 Request'],
    ['list of any - Written as: d=1,2 ### Request'],
  ],
  [
    'a long description of a security scheme, once',
    post(
      { security: [{ long: [] }] },
      {
        components: {
          securitySchemes: { long: { type: 'http', scheme: 'bearer', description: 'First.\n\nSecond.' } },
        },
      },
    ),
    ['HTTP authentication bearer First. Second.', 'Authorization header string, required, HTTP authentication bearer Request'],
    ['### long HTTP authentication bearer First. Second.', 'HTTP authentication bearer ### Request'],
  ],
  [
    'a description that is the summary, and servers that are those of the whole API, once',
    {
      ...post({ summary: 'Fetch a call', description: 'Fetch a call.' }),
      servers: [{ url: 'https://b.example' }],
      paths: {
        '/a': { servers: [{ url: 'https://b.example' }], get: { summary: 'Fetch', description: 'fetch.', responses: ok } },
      },
    },
    ['Fetch # GET /a Request Send to the mock'],
    ['## Fetch GET /a ### Response Codes'],
  ],
  [
    'a header that the schemes of all alternatives use',
    post(
      { security: [{ digest: [] }, { bearer: [] }] },
      {
        components: {
          securitySchemes: { digest: { type: 'http', scheme: 'digest' }, bearer: { type: 'http', scheme: 'bearer' } },
        },
      },
    ),
    ['Authentication: digest, or bearer', 'Authorization header string, required Request'],
    ['Authentication: [digest](#digest), or [bearer](#bearer)', 'Authorization (header): string, required ### Request'],
  ],
  [
    'an empty variable of a server',
    { servers: [{ url: 'https://{a}.example', variables: { a: { default: '' } } }] },
    ['a: default ""'],
    ['- a: default ""'],
  ],
  [
    'a tag of which only the parent is known',
    { ...post({ tags: ['b'] }), tags: [{ name: 'a' }, { name: 'b', parent: 'a' }] },
    ['b Part of: a'],
    ['### b - Part of: a'],
  ],
  ['a tag that stands twice', { ...post({ tags: ['t', 't', 'u'] }) }, ['Tags: t, u'], ['- Tags: t, u']],
  [
    'a stream',
    sends({ 'application/jsonl': { itemSchema: { properties: { line: { type: 'string' } } } } }),
    ['Each item of the stream line string'],
    ['Each item of the stream: - line: string'],
  ],
  [
    'parts of a form',
    sends({
      'multipart/form-data': {
        schema: { properties: { photo: {} } },
        encoding: { photo: { contentType: 'image/png', headers: { 'X-Size': { description: 'In bytes' } } } },
      },
    }),
    ['photo sent as image/png', 'X-Size header any In bytes'],
    ['photo sent as image/png - X-Size (header): any In bytes'],
  ],
  [
    'headers of responses',
    post({
      responses: {
        201: {
          description: 'Added.',
          headers: { Location: { required: true, description: 'Where it is', schema: { type: 'string', format: 'uri' } } },
        },
      },
    }),
    ['Headers of 201 Created Location string, required, format uri Where it is'],
    ['Headers of 201 Created - Location (header): string, required, format uri Where it is'],
  ],
  [
    'links',
    post({
      responses: {
        200: {
          description: 'It.',
          links: { again: { operationId: 'a', description: 'Once more', parameters: { id: '$response.body#/id', n: 5 } } },
        },
      },
    }),
    ['Links of 200 OK again: call A, with id from $response.body#/id, n set to 5. Once more'],
    ['Links of 200 OK - again: call [A](#a), with id from $response.body#/id, n set to 5. Once more'],
  ],
  [
    'an object in the query',
    post({
      parameters: [
        {
          name: 'range',
          in: 'query',
          style: 'deepObject',
          explode: true,
          schema: { properties: { from: { type: 'integer', description: 'First' }, to: {} } },
        },
      ],
    }),
    ['range query object Written as: range[from]=1&range[to]=2', 'range.from query integer First'],
    ['range (query): object - Written as: range[from]=1&range[to]=2'],
  ],
  [
    'what an object in the query holds',
    {
      ...post({
        parameters: [
          {
            name: 'deep',
            in: 'query',
            style: 'deepObject',
            schema: {
              properties: {
                n: { properties: { size: { enum: ['s', 'm'] }, on: { type: 'boolean' }, third: {} } },
                words: { type: 'array', items: { type: 'string' } },
                map: { additionalProperties: { type: 'string' } },
                known: { type: 'integer', example: 7 },
                made: { type: 'string', readOnly: true },
                parent: { $ref: '#/components/schemas/Node' },
              },
            },
          },
        ],
      }),
      components: {
        schemas: { Node: { type: 'object', properties: { name: {}, up: { $ref: '#/components/schemas/Node' } } } },
      },
    },
    [
      'deep[n][size]=s&deep[n][on]=true&deep[words]=a&deep[words]=b&deep[map][a]=a&deep[map][b]=b&deep[known]=7&deep[parent][name]=1 deep.n',
    ],
    ['deep[n][size]=s&deep[n][on]=true', 'deep[parent][name]=1 - deep.n'],
  ],
  [
    'a delimited list',
    post({
      parameters: [
        {
          name: 'ids',
          in: 'query',
          style: 'pipeDelimited',
          explode: false,
          schema: { type: 'array', items: { type: 'integer' } },
        },
      ],
    }),
    ['ids query list of integer Written as: ids=1|2'],
    ['ids (query): list of integer - Written as: ids=1|2'],
  ],
  [
    'JSON in the query',
    post({
      parameters: [
        {
          name: 'filter',
          in: 'query',
          content: { 'application/json': { schema: { properties: { color: { type: 'string' } } } } },
        },
      ],
    }),
    ['filter query object Written as: application/json', 'filter.color query string'],
    ['filter (query): object - Written as: application/json', 'filter.color (query): string'],
  ],
  [
    'marks of parameters',
    post({
      parameters: [
        { name: 'a', in: 'query', deprecated: true, allowEmptyValue: true, allowReserved: true, schema: { type: 'string' } },
      ],
    }),
    ['a query string, may be empty, reserved characters are not encoded, deprecated'],
    ['a (query): string, may be empty, reserved characters are not encoded, deprecated'],
  ],
  [
    'examples of parameters',
    post({
      parameters: [
        { name: 'a', in: 'query', schema: { type: 'string', examples: ['x1'] } },
        { name: 'b', in: 'header', examples: { germany: { summary: 'Germany', value: 'DE' } } },
      ],
    }),
    ['a query string Example: x1', 'b header any Example germany: DE Germany'],
    ['a (query): string - Example: x1', 'b (header): any - Example germany: DE Germany'],
  ],
  [
    'either of two schemes',
    post({ security: [{ oauth: ['read'] }, { key: [] }] }, { components: { securitySchemes } }),
    [
      'Authentication: oauth (read), or key',
      'Authorization header string X-Key header string From the settings',
      'token at https://a.example/token',
      'Scope: read Read it',
    ],
    ['Authentication: [oauth](#oauth) (read), or [key](#key)', 'Scope: read Read it'],
  ],
  [
    'both of two schemes',
    post({ security: [{ oauth: ['write'], key: [] }] }, { components: { securitySchemes } }),
    ['Authentication: oauth (write) and key', 'Authorization header string, required X-Key header string, required'],
    ['Authentication: [oauth](#oauth) (write) and [key](#key)'],
  ],
  [
    'no scheme, or one',
    post({ security: [{}, { key: [] }] }, { components: { securitySchemes } }),
    ['Authentication: key, or none'],
    ['Authentication: [key](#key), or none'],
  ],
  [
    'an operation that needs no scheme, unlike the others',
    post({ security: [{}] }, { security: [{ key: [] }], components: { securitySchemes } }),
    ['Authentication: none'],
  ],
  ...(
    [
      ['an undocumented scheme', [{ lost: [] }], 'Authentication: lost (not documented)'],
      ['one scheme, or an undocumented one', [{ key: [] }, { lost: ['read'] }], 'Authentication: key, or lost (not documented)'],
      ['one scheme and an undocumented one', [{ key: [], lost: [] }], 'Authentication: key and lost (not documented)'],
      ['an undocumented scheme, or none', [{ lost: [] }, {}], 'Authentication: lost (not documented), or none'],
    ] satisfies Array<[string, object, string]>
  ).map(([name, security, words]): [string, object, string[], string[]] => [
    name,
    post({ security }, { components: { securitySchemes } }),
    [words],
    [words.replace('key', '[key](#key)')],
  ]),
  [
    'an undocumented scheme for all operations',
    post({}, { security: [{ lost: [] }] }),
    ['Authentication: lost (not documented)'],
    ['Authentication: lost (not documented)'],
  ],
  [
    'an undocumented scheme of a webhook',
    { paths: {}, webhooks: { paid: { post: { security: [{ lost: [] }], responses: ok } } } },
    ['Authentication: lost (not documented)'],
  ],
  [
    'a certificate',
    post({ security: [{ tls: [] }] }, { components: { securitySchemes: { tls: { type: 'mutualTLS' } } } }),
    ['Authentication: tls', 'tls Client certificate (mutual TLS)'],
    ['Authentication: [tls](#tls)', 'tls Client certificate (mutual TLS)'],
  ],
  [
    'how the API authenticates to you',
    {
      webhooks: { paid: { post: { security: [{ key: [] }], responses: ok } }, gone: { post: { responses: ok } } },
      components: { securitySchemes },
    },
    ['Request X-Key header string, required From the settings What to answer'],
    ['X-Key (header): string, required From the settings'],
  ],
  [
    'responses that have no status of their own',
    post({ responses: { default: { description: 'Fails.', headers: { 'X-Id': {} }, content: { 'text/plain': {} } } } }),
    ['Headers of any other response X-Id', 'Body of any other response, text/plain'],
    ['Headers of any other response - X-Id', 'Body of any other response, text/plain'],
  ],
  [
    'the value of an example that is written in another way',
    post({
      parameters: [{ name: 'a', in: 'query', examples: { two: { dataValue: [1, 2], serializedValue: '1,2' } } }],
    }),
    ['Example two: 1,2 Means [1,2]'],
  ],
  [
    'a list with spaces between its items',
    post({ parameters: [{ name: 'a', in: 'query', style: 'spaceDelimited', schema: { items: { type: 'string' } } }] }),
    ['Written as: a=a%20b'],
  ],
  [
    'an operation with an empty summary',
    { paths: { '/a': { get: { operationId: 'readIt', summary: ' ', responses: ok } } } },
    ['readIt # GET /a'],
    ['readIt GET /a'],
  ],
  [
    'markup in the words of a link',
    post({ externalDocs: { url: 'https://a.example/guide', description: '**All** of it' } }),
    ['See: All of it https://a.example/guide'],
    ['See: All of it [https://a.example/guide](https://a.example/guide)'],
  ],
  [
    'variables of servers',
    {
      servers: [
        {
          url: 'https://{region}.a.example',
          name: 'Live',
          variables: { region: { default: 'eu', enum: ['eu', 'us'], description: 'Where it lies' } },
        },
      ],
    },
    ['Live https://{region}.a.example region: Where it lies, one of eu, us, default eu'],
    ['https://{region}.a.example Live - region: Where it lies, one of eu, us, default eu'],
  ],
  [
    'servers of an operation',
    post({ servers: [{ url: 'https://b.example', description: 'Only here' }] }),
    ['Server https://b.example Only here'],
    ['https://b.example Only here'],
  ],
  [
    'further reading',
    post(
      { externalDocs: { url: 'https://a.example/guide', description: 'The guide' } },
      {
        externalDocs: { url: 'https://a.example/book' },
        info: {
          title: 'T',
          version: '1',
          termsOfService: 'https://a.example/terms',
          contact: { name: 'Help', email: 'help@a.example' },
          license: { name: 'Ours', url: 'https://a.example/licence' },
        },
      },
    ),
    [
      'See: The guide',
      'https://a.example/book',
      'Terms of service https://a.example/terms',
      'Contact Help, help@a.example',
      'License Ours',
    ],
    [
      'See: [The guide](https://a.example/guide)',
      'License: [Ours](https://a.example/licence)',
      'Contact: Help, [help@a.example](mailto:help@a.example)',
    ],
  ],
  [
    'tags',
    post(
      { tags: ['one', 'two'] },
      {
        tags: [
          { name: 'one', summary: 'The first', description: 'All of one.' },
          { name: 'two', parent: 'one', kind: 'nav' },
        ],
      },
    ),
    ['The first All of one. Tag: one', 'two Part of: The first Kind: nav', 'Tags: one, two'],
    ['The first All of one. - Tag: one', 'Tags: one, two'],
  ],
  [
    'webhooks',
    {
      webhooks: {
        'order.paid': {
          post: {
            summary: 'Order paid',
            requestBody: { content: { 'application/json': { schema: { properties: { order: { type: 'string' } } } } } },
            responses: { 200: { description: 'Received.' } },
          },
        },
      },
    },
    ['Order paid', 'POST order.paid', 'the API sends this request to you', 'order string', 'What to answer'],
    ['Order paid POST order.paid Webhook: the API sends this request to you.', 'order: string', 'What to answer'],
  ],
  [
    'callbacks',
    post({
      callbacks: {
        exported: {
          '{$request.body#/url}': {
            post: {
              summary: 'Export done',
              requestBody: { content: { 'application/json': { schema: { properties: { state: { type: 'string' } } } } } },
              responses: ok,
            },
          },
        },
      },
    }),
    ['Callbacks Export done POST {$request.body#/url}', 'Callback: exported', 'state string'],
    ['Export done POST {$request.body#/url}', 'Callback: exported'],
  ],
  [
    'the words of a path',
    { paths: { '/a': { summary: 'Of the path', description: 'Once.', get: { responses: ok } } } },
    ['Of the path Once.'],
  ],
  [
    'methods of 3.2',
    {
      paths: {
        '/a': { query: { summary: 'Ask', responses: ok }, additionalOperations: { COPY: { summary: 'Copy it', responses: ok } } },
      },
    },
    ['Ask', 'QUERY /a', 'Copy it', 'COPY /a'],
  ],
  [
    'the summary of a response',
    post({ responses: { 204: { summary: 'All done', description: '' } } }),
    ['204 No Content All done'],
    ['204 | No Content | All done'],
  ],
  [
    'a deprecated scheme',
    post({ security: [{ key: [] }] }, { components: { securitySchemes: { key: { ...key, deprecated: true } } } }),
    ['API key in the header X-Key, deprecated'],
    ['API key in the header X-Key, deprecated'],
  ],
  ['a callback that leads to itself', loop(), ['Callbacks Again POST {$url}'], ['Again POST {$url}']],
  [
    'an heir of a heir, one that is not mapped, and one whose only part is its parent',
    {
      ...answers({ $ref: '#/components/schemas/Pet' }),
      components: {
        schemas: {
          Pet: {
            title: 'Any pet',
            properties: { kind: { type: 'string' } },
            discriminator: { propertyName: 'kind', mapping: { meow: '#/components/schemas/Cat' } },
          },
          Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }], properties: { lives: { type: 'integer' } } },
          Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { bark: { type: 'string' } } }] },
          Puppy: { allOf: [{ $ref: '#/components/schemas/Dog' }] },
        },
      },
    },
    ['Cat if kind is meow', 'Dog if kind is Dog', 'Puppy if kind is Puppy'],
  ],
  [
    'an alternative without a name',
    sends({ 'application/json': { schema: { oneOf: [{ title: 'A' }, { oneOf: [{ title: 'B' }, { title: 'C' }] }] } } }),
    ['Alternative 2'],
  ],
  [
    'fields that another alternative has',
    {
      ...sends({ 'application/json': { schema: { oneOf: [cat, { type: 'array', items: cat }] } } }),
      components: { schemas: { Cat: { type: 'object', properties: { lives: { type: 'integer' } } } } },
    },
    ['object, fields as in Cat'],
  ],
  [
    'a field whose name is empty',
    sends({ 'application/json': { schema: { properties: { '': { type: 'string' }, b: { properties: { '': {} } } } } } }),
    ['"" string', 'b."" any'],
    ['- "": string', '- b."": any'],
  ],
  [
    'how a list of listed values and one of texts are written',
    post({
      parameters: [
        { name: 'sort', in: 'query', schema: { type: 'array', items: { enum: ['up', 'down', 'no'] } } },
        { name: 'words', in: 'query', explode: false, schema: { type: 'array', items: { type: 'string' } } },
      ],
    }),
    ['sort=up&sort=down', 'words=a,b'],
  ],
  [
    'names of fields that are listed, or limited',
    sends({
      'application/json': {
        schema: { properties: { m: { propertyNames: { enum: ['a', 'b'] } }, n: { propertyNames: { maxLength: 5 } } } },
      },
    }),
    ['names (one of "a", "b")', 'names (at most 5 characters)'],
  ],
  [
    'a constant that is deprecated',
    sends({ 'application/json': { schema: { oneOf: [{ const: 1, title: 'One', deprecated: true }, { const: 2 }] } } }),
    ['1 One: Deprecated.'],
  ],
  [
    'a link to an operation by a pointer',
    post({ responses: { 200: { description: 'It.', links: { again: { operationRef: '#/paths/~1a/post' } } } } }),
    ['again: call A'],
    ['again: call [A](#a)'],
  ],
  [
    'an operation that needs no authentication where others do',
    post({ security: [] }, { security: [{ key: [] }], components: { securitySchemes } }),
    ['Authentication: none'],
  ],
  [
    'the name of a tag that tools show',
    { ...post({ tags: ['t'] }), tags: [{ name: 't', 'x-displayName': 'Told' }] },
    ['Told Tag: t'],
    ['### Told - Tag: t'],
  ],
  [
    'examples that are null, and fields of tools among responses',
    post({
      parameters: [{ name: 'q', in: 'query', examples: { none: { value: null }, zero: { value: 0 } } }],
      requestBody: { content: { 'application/json': { examples: { b: { value: null }, c: { value: false } } } } },
      responses: { 'x-tool': { description: 'For a tool' }, ...ok },
    }),
    ['Example none: null Example zero: 0', 'Request b c b nullCopy c falseCopy', 'CodeNameMeaning 204 No Content Done.'],
    ['Example none: null - Example zero: 0', 'b: null c: false', '| 204 | No Content | Done. |'],
  ],
  [
    'HTTP authentication, and its roles',
    {
      ...post({ security: [{ basic: ['admin'] }] }),
      components: { securitySchemes: { basic: { type: 'http', scheme: 'basic' } } },
    },
    [
      'Authentication: basic (admin)',
      'HTTP authentication basic',
      'Authorization header string, required, HTTP authentication basic',
    ],
    ['Authentication: [basic](#basic) (admin)', 'Authorization (header): string, required, HTTP authentication basic'],
  ],
  [
    'flows of OAuth without fields of tools',
    {
      ...post({}),
      components: { securitySchemes: { oauth: { type: 'oauth2', flows: { 'x-flow': { a: 1 }, ...oauth.flows } } } },
    },
    ['OAuth 2.0 Client credentials flow:'],
    ['OAuth 2.0 - Client credentials flow:'],
  ],
  [
    'a single value in a style that puts something before it',
    post({
      parameters: [
        { name: 'id', in: 'path', required: true, style: 'matrix', schema: { type: 'integer' }, example: 5 },
        { name: 'v', in: 'path', required: true, style: 'label', schema: { type: 'string' } },
      ],
    }),
    ['Written as: ;id=5', 'Written as: .a'],
  ],
  [
    'tasks in Markdown',
    post({ description: '- [ ] one\n- [x] two', parameters: [{ name: 'q', in: 'query', description: 'See\n\n- [x] it' }] }),
    ['☐ one ☑ two', '☑ it'],
    ['- [ ] one - [x] two', '- [x] it'],
  ],
  [
    'a stream of which only the items are described',
    answers(undefined, { itemSchema: { type: 'integer' } }),
    ['stream Each item of the stream integer'],
    ['stream Each item of the stream: integer'],
  ],
])('%s', async (_, parts, words, inMarkdown = words) => {
  const { page, markdown } = await shown(parts);
  for (const one of words) expect(page).toContain(one);
  for (const one of inMarkdown) expect(markdown).toContain(one);
});

/** An operation whose callback is an operation with the same callback. */
function loop(): object {
  const again = { summary: 'Again', responses: ok, callbacks: { again: { $ref: '#/components/callbacks/again' } } };
  return post({ callbacks: again.callbacks }, { components: { callbacks: { again: { '{$url}': { post: again } } } } });
}

test('the sidebar groups tags below their parents, by their summaries', async () => {
  const whole = {
    openapi: '3.2.0',
    info: { title: 'T', version: '1' },
    tags: [
      { name: 'all', summary: 'All of it' },
      { name: 'cakes', summary: 'Our cakes', parent: 'all' },
      { name: 'bread', parent: 'all' },
    ],
    paths: { '/c': { get: { tags: ['cakes'], responses: ok } }, '/b': { get: { tags: ['bread'], responses: ok } } },
  } as unknown as Description;
  const files = await renderDocs(completeDescription(whole).description, undefined);
  const html = Buffer.from(files.get('index.html') ?? []).toString();
  const summaries = [...html.matchAll(/<(\/?details|summary)[^>]*>([^<]*)/g)].map(([, tag, text = '']) =>
    tag === 'summary' ? text : tag,
  );
  expect(summaries).toEqual([
    'details',
    'All of it',
    'details',
    'Our cakes',
    '/details',
    'details',
    'bread',
    '/details',
    '/details',
  ]);
});
