import { createRequire } from 'node:module';
import type { Description } from '../../description/types.js';
import { alternativesBesideTheRest } from './types/alternatives.js';
import { bodiesAsTheClientHasThem } from './types/bodies.js';
import { bothDirections } from './types/directions.js';
import { discriminatorsAsValues } from './types/discriminators.js';
import { mapsBesideProperties } from './types/maps.js';
import { markedType, withoutMark } from './types/marked-types.js';
import { otherMethodsInPaths, withoutPaths } from './types/other-methods.js';
import { parametersAsTheyAreSent } from './types/parameters.js';
import { responsesAsTheyArrive } from './types/responses.js';
import { mapAllSchemas } from './types/schema-holders.js';
import { tupleType } from './types/tuples.js';
import type { TypedSchema } from './types/subschemas.js';
import { addHoverTexts } from './hover-texts.js';

// To import a CommonJS module, Node first searches its text for the names it exports: half a second for the compiler
// that this one loads. To require it is to do without.
const {
  default: openapiTypeScript,
  astToString,
  transformSchemaObject,
  COMMENT_HEADER,
} = createRequire(import.meta.url)('openapi-typescript') as typeof import('openapi-typescript');
const typescript = createRequire(import.meta.url)('typescript') as typeof import('typescript');

/**
 * Prints the TypeScript types of a bundled description: `paths`, `operations`, `components`.
 *
 * They are made by openapi-typescript, from a copy of the description in which each step changes one thing that it would
 * type otherwise than the client has it, or than the schema means it.
 *
 * @returns The text of a declaration file.
 * @throws Error when openapi-typescript refuses the description.
 */
export async function renderTypes(description: Description): Promise<string> {
  // One object that stands in two places, as by an anchor in YAML, is changed in each by itself.
  const copy = JSON.parse(JSON.stringify(description)) as Description;
  mapAllSchemas(copy, withoutMark);
  const added = otherMethodsInPaths(copy);
  parametersAsTheyAreSent(copy);
  responsesAsTheyArrive(copy);
  discriminatorsAsValues(copy);
  bodiesAsTheClientHasThem(copy);
  bothDirections(copy);
  addHoverTexts(copy);
  alternativesBesideTheRest(copy);
  mapsBesideProperties(copy);
  // As text, the one form that its type admits besides its own.
  const text = JSON.stringify({ ...copy, openapi: readVersion(description.openapi) }, withoutExamplesElsewhere);
  const nodes = await openapiTypeScript(text, {
    silent: true,
    // An object without properties takes any (JSON Schema 2020-12, section 10.3.2).
    emptyObjectsUnknown: true,
    // What has a default may be left out of a response, too, unless it is required.
    defaultNonNullable: false,
    transform: (schema, options) =>
      markedType(schema, typescript) ??
      tupleType(schema as TypedSchema, (item) => transformSchemaObject(item as typeof schema, options), typescript),
  });
  return `${COMMENT_HEADER}${astToString(withoutPaths(nodes, added, typescript))}`;
}

/** openapi-typescript would fetch an example that stands elsewhere, and needs none. */
function withoutExamplesElsewhere(key: string, value: unknown): unknown {
  return key === 'externalValue' && typeof value === 'string' ? undefined : value;
}

/** The newest version that openapi-typescript reads; the later ones only add to it. */
function readVersion(version: string): string {
  return version.startsWith('3.2') ? '3.1.1' : version;
}
