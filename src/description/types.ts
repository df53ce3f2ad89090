/**
 * The objects of a description of OpenAPI 3.0 to 3.2, with the names of the specification
 * (https://spec.openapis.org/oas/v3.1.1). Fields that no code reads are not declared.
 */

import type { Extensions, Reference, Schema } from './schemas/schema-types.js';

export type { Extensions, Reference, Schema, Xml } from './schemas/schema-types.js';

/** Example Object. */
export interface Example extends Extensions {
  summary?: string;
  description?: string;
  value?: unknown;
  /** The value as data, before serialization (OpenAPI 3.2). */
  dataValue?: unknown;
  /** The value as it is sent (OpenAPI 3.2). */
  serializedValue?: string;
  /** The URL of the value, if it is not in the description. */
  externalValue?: string;
}

/** Encoding Object: how a field of a form is written. */
export interface Encoding extends Extensions {
  contentType?: string;
  headers?: Record<string, Header | Reference>;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
}

/** Media Type Object. */
export interface MediaType extends Extensions {
  schema?: Schema;
  /** The schema of each item of a sequence (OpenAPI 3.2). */
  itemSchema?: Schema;
  encoding?: Record<string, Encoding>;
  /** For parts of a multipart body without names (OpenAPI 3.2): `prefixEncoding` by position, `itemEncoding` for the rest. */
  prefixEncoding?: Encoding[];
  itemEncoding?: Encoding;
  example?: unknown;
  examples?: Record<string, Example | Reference>;
}

/** Parameter Object. */
export interface Parameter extends Extensions {
  name: string;
  in: 'query' | 'querystring' | 'header' | 'path' | 'cookie';
  description?: string;
  required?: boolean;
  deprecated?: boolean;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
  allowEmptyValue?: boolean;
  schema?: Schema;
  content?: Record<string, MediaType>;
  example?: unknown;
  examples?: Record<string, Example | Reference>;
}

/** Request Body Object. */
export interface RequestBody extends Extensions {
  description?: string;
  required?: boolean;
  content: Record<string, MediaType>;
}

/** Header Object: a parameter without a name or a place. */
export type Header = Omit<Parameter, 'name' | 'in'>;

/** Response Object. */
export interface Response extends Extensions {
  description: string;
  headers?: Record<string, Header | Reference>;
  content?: Record<string, MediaType>;
  /** The name of the response, which Redoc shows beside the status. */
  'x-summary'?: string;
  /** The names of the request examples that trigger this response, for a response without content (convention of Microcks). */
  'x-microcks-refs'?: string[];
}

/** Security Requirement Object. */
export type SecurityRequirement = Record<string, string[]>;

/** Security Scheme Object. */
export interface SecurityScheme extends Extensions {
  type: 'apiKey' | 'http' | 'mutualTLS' | 'oauth2' | 'openIdConnect';
  description?: string;
  name?: string;
  in?: 'query' | 'header' | 'cookie';
  scheme?: string;
  /** The authentication scheme (RFC 9110, section 11.1) that an API key in the Authorization header begins with. */
  'x-authorization-scheme'?: string;
  /** A credential for the samples, without its scheme. */
  'x-example'?: string;
}

/** Server Object. */
export interface Server extends Extensions {
  url: string;
  description?: string;
  variables?: Record<string, { default: string; enum?: string[]; description?: string }>;
}

/** Operation Object. */
export interface Operation extends Extensions {
  operationId?: string;
  summary?: string;
  description?: string;
  deprecated?: boolean;
  tags?: string[];
  parameters?: Array<Parameter | Reference>;
  requestBody?: RequestBody | Reference;
  responses?: Record<string, Response | Reference>;
  security?: SecurityRequirement[];
  /** `security` with the schemes that are not documented and were left out. */
  'x-stated-security'?: SecurityRequirement[];
  servers?: Server[];
  callbacks?: Record<string, Record<string, PathItem | Reference> | Reference>;
  'x-codeSamples'?: CodeSample[];
}

/** One entry of `x-codeSamples`, as Redocly and other documentation tools read it. */
export interface CodeSample {
  lang: string;
  label: string;
  source: string;
}

/** The fixed fields of a Path Item Object that hold an operation, in the order of the specification; `query` since OpenAPI 3.2. */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const;

/** The field of a Path Item Object that holds an operation. */
export type Method = (typeof methods)[number];

/** Path Item Object. */
export type PathItem = Extensions & {
  $ref?: string;
  summary?: string;
  description?: string;
  parameters?: Array<Parameter | Reference>;
  servers?: Server[];
  /** The operations of other methods, by the method as it is sent (OpenAPI 3.2). */
  additionalOperations?: Record<string, Operation>;
} & Partial<Record<Method, Operation>>;

/** Info Object. */
export interface Info extends Extensions {
  title: string;
  version: string;
  summary?: string;
  description?: string;
  license?: { name: string; url?: string; identifier?: string };
}

/** Tag Object. */
export interface Tag extends Extensions {
  name: string;
  description?: string;
}

/** OpenAPI Object: a bundled description, whose references all point into itself. */
export interface Description extends Extensions {
  openapi: string;
  /** The URI of the description itself (OpenAPI 3.2). */
  $self?: string;
  info: Info;
  servers?: Server[];
  security?: SecurityRequirement[];
  'x-stated-security'?: SecurityRequirement[];
  paths?: Record<string, PathItem>;
  webhooks?: Record<string, PathItem | Reference>;
  tags?: Tag[];
  components?: {
    schemas?: Record<string, Schema>;
    responses?: Record<string, Response | Reference>;
    parameters?: Record<string, Parameter | Reference>;
    examples?: Record<string, Example | Reference>;
    securitySchemes?: Record<string, SecurityScheme | Reference>;
  };
}
