import { methods } from '../../description/types.js';

/** The type of a field: a plain value, an object of a kind, a list of such objects, or a map with any keys. */
export type Holds = 'value' | Kind | readonly [Kind] | { readonly each: Holds };

/** The fields of an object, and their types. */
export type Fields = Readonly<Record<string, Holds>>;

/** An object of OpenAPI 3.0. */
export type Kind =
  | 'OpenAPI'
  | 'Info'
  | 'License'
  | 'Server'
  | 'ServerVariable'
  | 'PathItem'
  | 'Operation'
  | 'Parameter'
  | 'Header'
  | 'RequestBody'
  | 'MediaType'
  | 'Encoding'
  | 'Response'
  | 'Example'
  | 'Link'
  | 'Tag'
  | 'Components'
  | 'SecurityScheme'
  | 'Flows'
  | 'Schema';

/** Makes the entries of fields with plain values. */
function values(...names: string[]): Record<string, 'value'> {
  return Object.fromEntries(names.map((name) => [name, 'value']));
}

const ofParameters: Fields = {
  ...values('description', 'required', 'deprecated', 'allowEmptyValue', 'style', 'explode', 'allowReserved', 'example'),
  schema: 'Schema',
  examples: { each: 'Example' },
  content: { each: 'MediaType' },
};

/** All fields of the objects of OpenAPI 3.0.4, and their types. */
export const fields: Readonly<Record<Kind, Fields>> = {
  OpenAPI: {
    ...values('openapi', 'security', 'externalDocs'),
    info: 'Info',
    servers: ['Server'],
    paths: { each: 'PathItem' },
    components: 'Components',
    tags: ['Tag'],
  },
  Info: { ...values('title', 'description', 'termsOfService', 'contact', 'version'), license: 'License' },
  License: values('name', 'url'),
  Server: { ...values('url', 'description'), variables: { each: 'ServerVariable' } },
  ServerVariable: values('enum', 'default', 'description'),
  PathItem: {
    ...values('summary', 'description'),
    ...Object.fromEntries(methods.filter((method) => method !== 'query').map((method) => [method, 'Operation' as const])),
    servers: ['Server'],
    parameters: ['Parameter'],
  },
  Operation: {
    ...values('tags', 'summary', 'description', 'externalDocs', 'operationId', 'deprecated', 'security'),
    parameters: ['Parameter'],
    requestBody: 'RequestBody',
    responses: { each: 'Response' },
    callbacks: { each: { each: 'PathItem' } },
    servers: ['Server'],
  },
  Parameter: { ...values('name', 'in'), ...ofParameters },
  Header: ofParameters,
  RequestBody: { ...values('description', 'required'), content: { each: 'MediaType' } },
  MediaType: { ...values('example'), schema: 'Schema', examples: { each: 'Example' }, encoding: { each: 'Encoding' } },
  Encoding: { ...values('contentType', 'style', 'explode', 'allowReserved'), headers: { each: 'Header' } },
  Response: {
    ...values('description'),
    headers: { each: 'Header' },
    content: { each: 'MediaType' },
    links: { each: 'Link' },
  },
  Example: values('summary', 'description', 'value', 'externalValue'),
  Link: { ...values('operationRef', 'operationId', 'parameters', 'requestBody', 'description'), server: 'Server' },
  Tag: values('name', 'description', 'externalDocs'),
  Components: {
    schemas: { each: 'Schema' },
    responses: { each: 'Response' },
    parameters: { each: 'Parameter' },
    examples: { each: 'Example' },
    requestBodies: { each: 'RequestBody' },
    headers: { each: 'Header' },
    securitySchemes: { each: 'SecurityScheme' },
    links: { each: 'Link' },
    callbacks: { each: { each: 'PathItem' } },
  },
  SecurityScheme: {
    ...values('type', 'description', 'name', 'in', 'scheme', 'bearerFormat', 'openIdConnectUrl'),
    flows: 'Flows',
  },
  Flows: values('implicit', 'password', 'clientCredentials', 'authorizationCode'),
  Schema: {
    ...values('title', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'maxLength', 'minLength'),
    ...values('pattern', 'maxItems', 'minItems', 'uniqueItems', 'maxProperties', 'minProperties', 'required', 'enum', 'type'),
    ...values('format', 'default', 'description', 'nullable', 'readOnly', 'writeOnly', 'deprecated', 'example'),
    ...values('discriminator', 'xml', 'externalDocs'),
    not: 'Schema',
    items: 'Schema',
    additionalProperties: 'Schema',
    allOf: ['Schema'],
    oneOf: ['Schema'],
    anyOf: ['Schema'],
    properties: { each: 'Schema' },
  },
};

/** Fields of later versions that references can point into. They become extensions, and their contents are converted. */
export const laterFields: Readonly<Partial<Record<Kind, Fields>>> = {
  OpenAPI: { webhooks: { each: 'PathItem' } },
  PathItem: { query: 'Operation', additionalOperations: { each: 'Operation' } },
  Components: { pathItems: { each: 'PathItem' }, mediaTypes: { each: 'MediaType' } },
  MediaType: { itemSchema: 'Schema' },
  Schema: {
    $defs: { each: 'Schema' },
    patternProperties: { each: 'Schema' },
    dependentSchemas: { each: 'Schema' },
    prefixItems: ['Schema'],
    contains: 'Schema',
    propertyNames: 'Schema',
    if: 'Schema',
    then: 'Schema',
    else: 'Schema',
    unevaluatedItems: 'Schema',
    unevaluatedProperties: 'Schema',
    contentSchema: 'Schema',
  },
};
