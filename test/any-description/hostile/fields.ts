import type { Description } from '../../../src/description/types.js';

/** The root fields that contain text, all with the same text. The URL of a server must stay a valid URL. */
function rootFields(text: string): object {
  return {
    info: {
      title: text,
      summary: text,
      description: `${text}\n\n# ${text}\n\n${text}`,
      version: text,
      termsOfService: text,
      contact: { name: text, url: text, email: text },
      license: { name: text, identifier: text, url: text },
    },
    servers: [
      {
        url: 'https://api.invalid/{base}',
        description: text,
        variables: { base: { default: 'v1', enum: ['v1', text], description: text } },
      },
    ],
    externalDocs: { url: text, description: text },
    security: [{ [text]: [text] }],
  };
}

/** An operation with the same text in all fields. */
function operation(id: string, text: string): object {
  const examples = { [text]: { summary: text, description: text, value: text } };
  const schema = {
    type: 'string',
    title: text,
    description: text,
    default: text,
    enum: [text, 'b'],
    pattern: text,
    format: text,
    example: text,
    externalDocs: { url: text, description: text },
  };
  const media = { schema, examples };
  return {
    tags: [text],
    summary: text,
    description: text,
    operationId: `${id}${text}`,
    externalDocs: { url: text, description: text },
    parameters: [
      { name: text, in: 'query', required: true, description: text, schema, examples },
      { name: text, in: 'header', description: text, schema, examples },
      { name: text, in: 'cookie', description: text, schema, examples },
      { name: 'X-Value', in: 'header', required: true, description: text, schema, examples },
    ],
    requestBody: {
      description: text,
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: [text],
            properties: { [text]: schema },
            discriminator: { propertyName: text },
          },
          examples: { [text]: { summary: text, value: { [text]: text, list: [text] } } },
        },
        [text]: media,
      },
    },
    responses: {
      200: {
        description: text,
        'x-summary': text,
        headers: { [text]: { description: text, schema, example: text } },
        content: { 'application/json': media, [text]: media },
        links: { [text]: { operationId: text, description: text, parameters: { [text]: text } } },
      },
      [text]: { description: text },
    },
    callbacks: { [text]: { [text]: { post: { summary: text, description: text, responses: { 200: { description: text } } } } } },
    security: [{ [text]: [text] }],
    servers: [{ url: 'https://api.invalid', description: text }],
    [`x-${text}`]: text,
  };
}

/** A description that has, for each text, an operation, a tag, a schema and a security scheme with only this text. */
export function describeWith(texts: string[]): Description {
  const all = texts.join('\n\n');
  const flows = (text: string): object => ({
    implicit: { authorizationUrl: text, refreshUrl: text, scopes: { [text]: text } },
  });
  const description: object = {
    openapi: '3.1.0',
    ...rootFields(all),
    tags: texts.map((text) => ({ name: text, description: text, externalDocs: { url: text, description: text } })),
    paths: Object.fromEntries(
      texts.flatMap((text, index): Array<[string, object]> => [
        [`/texts/${index}`, { summary: text, description: text, post: operation(`post${index}`, text) }],
        [`/paths/${index}/${text.replaceAll(/[{}?#]/g, '')}`, { get: { responses: { 204: { description: text } } } }],
      ]),
    ),
    webhooks: Object.fromEntries(texts.map((text, index) => [text, { post: operation(`webhook${index}`, text) }])),
    components: {
      schemas: entries(texts, (text) => ({
        type: 'object',
        title: text,
        description: text,
        properties: { [text]: { enum: [text], description: text, deprecated: true } },
        patternProperties: { [text]: { type: 'string' } },
        additionalProperties: { description: text },
      })),
      securitySchemes: entries(texts, (text) => ({ type: 'oauth2', description: text, flows: flows(text) })),
      // openapi-typescript gives a shared parameter named like a property of all objects the wrong type.
      parameters: entries(
        texts.filter((text) => text !== 'constructor'),
        (text) => ({ name: text, in: 'query', description: text, schema: { type: 'string' } }),
      ),
      headers: entries(texts, (text) => ({ description: text, schema: { type: 'string' } })),
      examples: entries(texts, (text) => ({ summary: text, description: text, value: text })),
      links: entries(texts, (text) => ({ operationId: text, description: text })),
      requestBodies: entries(texts, (text) => ({ description: text, content: { [text]: {} } })),
      responses: entries(texts, (text) => ({ description: text })),
    },
  };
  return description as Description;
}

function entries(texts: string[], make: (text: string) => object): Record<string, object> {
  return Object.fromEntries(texts.map((text) => [text, make(text)]));
}
