/** What differs between the dialects of JSON Schema that a description may use. A schema is rewritten to that of 2020-12. */
export interface Dialect {
  /** The keyword that names a schema, where it may have a URI. */
  id?: '$id' | 'id';
  /** Whether what stands beside `$ref` is ignored. */
  refStandsAlone?: boolean;
  /** Whether `nullable` adds `null` to the types (OpenAPI 3.0.3, Schema Object). */
  nullable?: boolean;
  /** Whether `exclusiveMaximum: true` makes `maximum` exclusive. */
  booleanLimits?: boolean;
  /** Whether `#name` in an id is what `$anchor` is today. */
  anchorsInIds?: boolean;
  /** Whether `contains` says nothing of which items are evaluated. */
  containsEvaluatesNothing?: boolean;
}

const openapi30: Dialect = { refStandsAlone: true, nullable: true, booleanLimits: true };
const draft4: Dialect = { id: 'id', refStandsAlone: true, booleanLimits: true, anchorsInIds: true };
const draft7: Dialect = { id: '$id', refStandsAlone: true, anchorsInIds: true };
const draft2019: Dialect = { id: '$id', containsEvaluatesNothing: true };
const draft2020: Dialect = { id: '$id' };

/** The dialects by their URI, without what versions add to it. */
const dialects: Array<[uri: RegExp, dialect: Dialect]> = [
  [/^https:\/\/spec\.openapis\.org\/oas\/3\.[12]\/dialect\//, draft2020],
  [/^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/, draft2020],
  [/^https?:\/\/json-schema\.org\/draft\/2019-09\/schema#?$/, draft2019],
  [/^https?:\/\/json-schema\.org\/draft-0[67]\/schema#?$/, draft7],
  [/^https?:\/\/json-schema\.org\/draft-04\/schema#?$/, draft4],
];

/** The dialect that a URI in `$schema` or `jsonSchemaDialect` names; `undefined` when it is none of those above. */
export function dialectNamed(uri: string): Dialect | undefined {
  return dialects.find(([pattern]) => pattern.test(uri))?.[1];
}

/** The dialect of the schemas of a description that name none: by the version of OpenAPI, and `jsonSchemaDialect`. */
export function dialectOf({ openapi, jsonSchemaDialect }: { openapi: string; jsonSchemaDialect?: unknown }): Dialect | string {
  if (openapi.startsWith('3.0')) return openapi30;
  if (typeof jsonSchemaDialect !== 'string') return draft2020;
  return dialectNamed(jsonSchemaDialect) ?? jsonSchemaDialect;
}
