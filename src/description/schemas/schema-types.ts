/** The Schema Object and its parts, with the names of the specification. Fields that no code reads are not declared. */

/** Specification extensions: every object may carry `x-` fields. */
export interface Extensions {
  [extension: `x-${string}`]: unknown;
}

/** Reference Object. */
export interface Reference {
  $ref: string;
}

/** Schema Object. Keywords that only a validator reads are not declared. */
export interface Schema extends Extensions {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  patternProperties?: Record<string, Schema>;
  items?: Schema;
  prefixItems?: Schema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  nullable?: boolean;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  not?: Schema;
  additionalProperties?: boolean | Schema;
  contentMediaType?: string;
  contentEncoding?: string;
  contentSchema?: Schema;
  example?: unknown;
  examples?: unknown[];
  xml?: Xml;
}

/** XML Object: how a value is written as XML. */
export interface Xml extends Extensions {
  name?: string;
  namespace?: string;
  prefix?: string;
  attribute?: boolean;
  wrapped?: boolean;
  /** The kind of XML node, in place of `attribute` and `wrapped` (OpenAPI 3.2). */
  nodeType?: string;
}
