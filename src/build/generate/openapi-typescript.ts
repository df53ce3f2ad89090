// `require` is used, because `import` of a CommonJS module first searches its text for exported names. That takes long for
// the TypeScript compiler, which this package loads. The inner modules are loaded instead of the main module. The main module
// also loads a second copy of Redocly for reading, linting and bundling, which the build has already done.
import { createRequire } from 'node:module';

type Package = typeof import('openapi-typescript');
type Context = Parameters<Package['transformSchema']>[1];
type Schema = Parameters<Package['transformSchema']>[0];

const root = 'openapi-typescript/dist';
const load: (file: `${typeof root}/lib/${string}`) => Package = createRequire(import.meta.url);
const loadSchemas: (file: `${typeof root}/transform/schema-object.cjs`) => { default: Package['transformSchemaObject'] } =
  createRequire(import.meta.url);
const loadTransform: (file: `${typeof root}/transform/index.cjs`) => Package['transformSchema'] = createRequire(import.meta.url);
const transformSchema = loadTransform(`${root}/transform/index.cjs`);
const schemas = loadSchemas(`${root}/transform/schema-object.cjs`);
const { scanDiscriminators, resolveRef } = load(`${root}/lib/utils.cjs`);
const printer = load(`${root}/lib/ts.cjs`);

/** Makes the type of one schema. */
export const transformSchemaObject: Package['transformSchemaObject'] = schemas.default;

/** Prints the nodes that `typesOf` returns. */
export const astToString: Package['astToString'] = printer.astToString;

/** The default values of the options of openapi-typescript. */
const defaults: Omit<Context, 'discriminators' | 'injectFooter' | 'redoc' | 'resolve' | 'transform'> = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: true,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  transformProperty: undefined,
};

/**
 * Makes the types of a description with openapi-typescript.
 *
 * @param schema The bundled description; its discriminators are changed.
 * @param options The options that differ from the defaults.
 * @returns The nodes of the declaration file.
 */
export function typesOf(
  schema: Schema,
  options: Pick<Context, 'transform'> & Partial<typeof defaults>,
): ReturnType<Package['transformSchema']> {
  const context: Omit<Context, 'redoc'> = {
    ...defaults,
    ...options,
    discriminators: scanDiscriminators(schema, { silent: true }),
    injectFooter: [],
    resolve: (ref) => resolveRef(schema, ref, { silent: true }),
  };
  // The field that is missing, `redoc`, only matters for reading a file.
  return transformSchema(schema, context as Context);
}
