/** The differences of a dialect of JSON Schema from draft 2020-12. Schemas are rewritten to draft 2020-12. */
export interface Dialect {
  /** The URI of a dialect that is not known here. Its schemas are not checked. */
  unknown?: string;
  /** The keyword for the id of a schema, if the dialect has one. */
  id?: '$id' | 'id';
  /** Whether keywords beside `$ref` are ignored. */
  refStandsAlone?: boolean;
  /** Whether `nullable` adds `null` to the types (OpenAPI 3.0.3, Schema Object). */
  nullable?: boolean;
  /** Whether `exclusiveMaximum: true` makes `maximum` exclusive. */
  booleanLimits?: boolean;
  /** Whether `#name` in an id is an anchor, like today's `$anchor`. */
  anchorsInIds?: boolean;
  /** Whether `contains` does not mark items as evaluated. */
  containsEvaluatesNothing?: boolean;
}

const openapi30: Dialect = { refStandsAlone: true, nullable: true, booleanLimits: true };
const draft4: Dialect = { id: 'id', refStandsAlone: true, booleanLimits: true, anchorsInIds: true };
const draft7: Dialect = { id: '$id', refStandsAlone: true, anchorsInIds: true };
const draft2019: Dialect = { id: '$id', containsEvaluatesNothing: true };
const draft2020: Dialect = { id: '$id' };

/** The dialects by the URI of their metaschema. */
const dialects: Array<[uri: RegExp, dialect: Dialect]> = [
  [/^https:\/\/spec\.openapis\.org\/oas\/3\.[12]\/dialect\//, draft2020],
  [/^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/, draft2020],
  [/^https?:\/\/json-schema\.org\/draft\/2019-09\/schema#?$/, draft2019],
  [/^https?:\/\/json-schema\.org\/draft-0[67]\/schema#?$/, draft7],
  [/^https?:\/\/json-schema\.org\/draft-04\/schema#?$/, draft4],
];

/** The dialect for a URI in `$schema` or `jsonSchemaDialect`. */
export function dialectNamed(uri: string): Dialect {
  return dialects.find(([pattern]) => pattern.test(uri))?.[1] ?? { unknown: uri };
}

/** The default dialect of a description, by its OpenAPI version and `jsonSchemaDialect`. */
export function dialectOf({ openapi, jsonSchemaDialect }: { openapi: string; jsonSchemaDialect?: unknown }): Dialect {
  if (openapi.startsWith('3.0')) return openapi30;
  return typeof jsonSchemaDialect === 'string' ? dialectNamed(jsonSchemaDialect) : draft2020;
}
