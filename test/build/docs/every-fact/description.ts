import type { Description } from '../../../../src/description/types.js';
import { Marks } from './marks.js';
import { docs, wholeSchema } from './schemas.js';

/** A description of an OpenAPI version with a mark in each field that contains text or a number. */
export interface Marked {
  description: Description;
  marks: Marks;
}

/** All fields of OpenAPI 3.1. */
export function marked31(): Marked {
  const marks = new Marks();
  const description: object = {
    openapi: '3.1.1',
    info: info(marks),
    jsonSchemaDialect: marks.url('jsonSchemaDialect'),
    servers: [server(marks, 'servers')],
    externalDocs: docs(marks, 'root'),
    tags: [
      { name: 'Group', description: marks.text('tags.description'), externalDocs: docs(marks, 'tags') },
      { name: marks.text('tags.name') },
    ],
    security: [{ key: [], http: [] }, { oauth: ['read'] }, { openId: [] }, { tls: [] }],
    paths: {
      [`/${marks.text('paths path')}`]: {
        summary: marks.text('path item summary'),
        description: marks.text('path item description'),
        parameters: [parameter(marks, 'query', 'path item parameters')],
        post: operation(marks, 'operation'),
      },
      '/other': {
        servers: [server(marks, 'path item servers')],
        get: { operationId: 'other', responses: { 204: { description: 'Done.' } } },
      },
    },
    webhooks: marks.named('webhooks name', {
      summary: marks.text('webhooks path item summary'),
      post: {
        summary: marks.text('webhooks summary'),
        description: marks.text('webhooks description'),
        parameters: [parameter(marks, 'header', 'webhooks parameters')],
        requestBody: body(marks, 'webhooks requestBody', { type: 'string', description: marks.text('webhooks schema') }),
        responses: { 200: { description: marks.text('webhooks responses') } },
      },
    }),
    components: {
      schemas: {
        Other: {
          type: 'object',
          description: marks.text('components schemas description'),
          properties: { a: { type: 'string' } },
        },
      },
      securitySchemes: schemes(marks),
    },
  };
  return { description: description as Description, marks };
}

/** The fields that OpenAPI 3.2 added. */
export function marked32(): Marked {
  const marks = new Marks();
  const named = marks.text('tags of 3.2 name');
  const description: object = {
    openapi: '3.2.0',
    $self: marks.url('$self'),
    info: { title: 'T', version: '1', license: { name: 'L', identifier: marks.text('license.identifier') } },
    servers: [{ url: 'https://a.example', name: marks.text('servers.name') }],
    tags: [
      { name: 'Above', summary: marks.text('tags.summary') },
      { name: named, parent: 'Above', kind: marks.text('tags.kind') },
    ],
    paths: {
      '/a': {
        query: { summary: marks.text('query summary'), tags: [named], responses: { 204: { description: 'Done.' } } },
        additionalOperations: marks.named('additionalOperations method', {
          summary: marks.text('additionalOperations summary'),
          parameters: [
            {
              name: marks.text('querystring name'),
              in: 'querystring',
              content: { 'application/json': { schema: { properties: marks.named('querystring field', {}) } } },
            },
            { name: 'c', in: 'cookie', style: 'cookie', schema: { type: 'string' } },
          ],
          requestBody: {
            content: {
              'multipart/mixed': {
                itemSchema: {
                  type: 'object',
                  properties: marks.named('itemSchema field', { description: marks.text('itemSchema description') }),
                },
                prefixEncoding: [{ contentType: marks.text('prefixEncoding.contentType') }],
                itemEncoding: {
                  contentType: marks.text('itemEncoding.contentType'),
                  encoding: marks.named('nested encoding name', { contentType: marks.text('nested encoding.contentType') }),
                },
                examples: {
                  one: {
                    summary: 'One',
                    dataValue: { a: marks.text('dataValue') },
                    serializedValue: marks.text('serializedValue'),
                  },
                  two: { summary: 'Two', serializedValue: marks.text('serializedValue alone') },
                },
              },
            },
          },
          responses: {
            200: {
              summary: marks.text('responses.summary'),
              description: 'Done.',
              content: {
                'text/event-stream': { itemSchema: { type: 'string', description: marks.text('itemSchema of a response') } },
              },
            },
            400: { summary: marks.text('responses.summary alone') },
          },
        }),
      },
    },
    security: [{ login: ['read'] }],
    components: {
      schemas: {
        Cat: { type: 'object', properties: { a: { type: 'string' } } },
        Pet: {
          oneOf: [
            { $ref: '#/components/schemas/Cat' },
            { type: 'object', title: 'Dog', xml: { nodeType: marks.text('xml.nodeType') } },
          ],
          discriminator: { propertyName: 'a', defaultMapping: '#/components/schemas/Cat' },
        },
      },
      securitySchemes: {
        login: {
          type: 'oauth2',
          oauth2MetadataUrl: marks.url('oauth2MetadataUrl'),
          deprecated: true,
          flows: {
            deviceAuthorization: {
              deviceAuthorizationUrl: marks.url('deviceAuthorizationUrl'),
              tokenUrl: marks.url('tokenUrl of the device flow'),
              scopes: { read: marks.text('scopes of the device flow') },
            },
          },
        },
      },
    },
  };
  const { paths } = description as { paths: Record<string, { query: object }> };
  Object.assign(paths['/a']!.query, {
    requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
  });
  return { description: description as Description, marks };
}

function info(marks: Marks): object {
  return {
    title: marks.text('info.title'),
    summary: marks.text('info.summary'),
    description: `${marks.text('info.description')}\n\n# ${marks.text('info.description heading')}\n\n${marks.text('info.description below')}`,
    version: marks.text('info.version'),
    termsOfService: marks.url('info.termsOfService'),
    contact: {
      name: marks.text('info.contact.name'),
      url: marks.url('info.contact.url'),
      email: `${marks.text('info.contact.email')}@a.example`,
    },
    license: { name: marks.text('info.license.name'), url: marks.url('info.license.url') },
  };
}

function server(marks: Marks, at: string): object {
  const variable = marks.text(`${at} variables name`);
  return {
    url: `https://${marks.text(`${at} url`)}.example/{${variable}}`,
    description: marks.text(`${at} description`),
    variables: {
      [variable]: {
        default: marks.text(`${at} variables default`),
        enum: [marks.text(`${at} variables enum`)],
        description: marks.text(`${at} variables description`),
      },
    },
  };
}

function operation(marks: Marks, at: string): object {
  return {
    operationId: marks.text('operationId'),
    summary: marks.text(`${at} summary`),
    description: `${marks.text(`${at} description`)}\n\n${marks.text(`${at} description below`)}`,
    tags: ['Group', marks.text(`${at} tags`)],
    externalDocs: docs(marks, at),
    servers: [server(marks, `${at} servers`)],
    parameters: [
      ...['query', 'header', 'cookie'].map((place) => parameter(marks, place, `${at} parameters in ${place}`)),
      {
        name: marks.text('parameters with content name'),
        in: 'query',
        description: marks.text('parameters with content description'),
        content: {
          'application/json': { schema: wholeParameter(marks), example: { a: marks.text('parameters with content example') } },
        },
      },
    ],
    requestBody: body(marks, `${at} requestBody`, wholeSchema(marks, 'request schema')),
    responses: {
      200: {
        description: marks.text('responses description'),
        'x-summary': marks.text('responses x-summary'),
        headers: marks.named('responses headers name', header(marks, 'responses headers')),
        content: content(marks, 'responses', wholeSchema(marks, 'response schema')),
        links: marks.named('links name', {
          operationId: 'other',
          description: marks.text('links description'),
          parameters: marks.named('links parameters name', marks.text('links parameters')),
          requestBody: marks.text('links requestBody'),
          server: { url: marks.url('links server url'), description: marks.text('links server description') },
        }),
      },
      404: { description: marks.text('responses of an error description') },
    },
    callbacks: marks.named('callbacks name', {
      [`{$request.body#/${marks.text('callbacks expression')}}`]: {
        summary: marks.text('callbacks path item summary'),
        post: {
          summary: marks.text('callbacks summary'),
          description: marks.text('callbacks description'),
          requestBody: body(marks, 'callbacks requestBody', { type: 'string', description: marks.text('callbacks schema') }),
          responses: { 200: { description: marks.text('callbacks responses') } },
        },
      },
    }),
    security: [{ key: [], http: [] }, { oauth: [marks.text('security scopes')] }, { openId: [] }, { tls: [] }],
    'x-codeSamples': [{ lang: 'shell', label: marks.text('x-codeSamples label'), source: marks.text('x-codeSamples source') }],
  };
}

function parameter(marks: Marks, place: string, at: string): object {
  return {
    name: marks.text(`${at} name`),
    in: place,
    description: marks.text(`${at} description`),
    schema: { type: 'string', format: marks.text(`${at} schema format`), default: marks.text(`${at} schema default`) },
    examples: marks.named(`${at} examples name`, {
      summary: marks.text(`${at} examples summary`),
      description: marks.text(`${at} examples description`),
      value: marks.text(`${at} examples value`),
    }),
  };
}

function wholeParameter(marks: Marks): object {
  return { type: 'object', properties: { a: { type: 'string', description: marks.text('parameters with content schema') } } };
}

function header(marks: Marks, at: string): object {
  return {
    description: marks.text(`${at} description`),
    schema: { type: 'string', format: marks.text(`${at} schema format`) },
    example: marks.text(`${at} example`),
  };
}

function body(marks: Marks, at: string, schema: object): object {
  return { description: marks.text(`${at} description`), content: content(marks, at, schema) };
}

function content(marks: Marks, at: string, schema: object): object {
  return {
    'application/json': {
      schema,
      examples: {
        ...marks.named(`${at} examples name`, {
          summary: marks.text(`${at} examples summary`),
          description: marks.text(`${at} examples description`),
          value: { words: marks.text(`${at} examples value`) },
        }),
        elsewhere: { externalValue: marks.url(`${at} examples externalValue`) },
      },
    },
    [`application/${marks.text(`${at} content media type`)}`]: {
      schema: { type: 'string' },
      example: marks.text(`${at} example`),
    },
    'multipart/form-data': {
      schema: { type: 'object', properties: { part: { type: 'string' } } },
      encoding: {
        part: {
          contentType: `image/${marks.text(`${at} encoding contentType`)}`,
          headers: marks.named(`${at} encoding headers name`, header(marks, `${at} encoding headers`)),
        },
      },
    },
  };
}

function schemes(marks: Marks): object {
  const flow = (name: string, urls: string[]): object => ({
    ...Object.fromEntries(urls.map((url) => [url, marks.url(`${name} ${url}`)])),
    refreshUrl: marks.url(`${name} refreshUrl`),
    scopes: { ...marks.named(`${name} scopes name`, marks.text(`${name} scopes description`)), read: 'Read.' },
  });
  const described = (name: string): object => ({ description: marks.text(`securitySchemes ${name} description`) });
  return {
    key: { type: 'apiKey', in: 'header', name: marks.text('apiKey name'), ...described('apiKey') },
    http: { type: 'http', scheme: 'bearer', bearerFormat: marks.text('bearerFormat'), ...described('http') },
    oauth: {
      type: 'oauth2',
      ...described('oauth2'),
      flows: {
        implicit: flow('implicit', ['authorizationUrl']),
        password: flow('password', ['tokenUrl']),
        clientCredentials: flow('clientCredentials', ['tokenUrl']),
        authorizationCode: flow('authorizationCode', ['authorizationUrl', 'tokenUrl']),
      },
    },
    openId: { type: 'openIdConnect', openIdConnectUrl: marks.url('openIdConnectUrl'), ...described('openIdConnect') },
    tls: { type: 'mutualTLS', ...described('mutualTLS') },
  };
}
