// `require` is used, because `import` of a CommonJS module first searches its text for exported names. That takes long for
// the TypeScript compiler, which this package loads. The inner modules are loaded instead of the main module. The main module
// also loads a second copy of Redocly for reading, linting and bundling, which the build has already done.
import { createRequire } from 'node:module';
import type ts from 'typescript';
import { objectOf } from '../../description/json-value.js';
import { pathOperations } from '../../description/operations.js';

type Package = typeof import('openapi-typescript');
type Context = Parameters<Package['transformSchema']>[1];
type Schema = Parameters<Package['transformSchema']>[0];

const loadCompiler: (name: 'typescript') => typeof ts = createRequire(import.meta.url);

/** The compiler. */
export const typescript: typeof ts = loadCompiler('typescript');

const root = 'openapi-typescript/dist';
const load: (file: `${typeof root}/lib/${string}`) => Package = createRequire(import.meta.url);
const loadSchemas: (file: `${typeof root}/transform/schema-object.cjs`) => { default: Package['transformSchemaObject'] } =
  createRequire(import.meta.url);
const loadTransform: (file: `${typeof root}/transform/index.cjs`) => Package['transformSchema'] = createRequire(import.meta.url);
const transformSchema = loadTransform(`${root}/transform/index.cjs`);
const schemas = loadSchemas(`${root}/transform/schema-object.cjs`);
const { resolveRef } = load(`${root}/lib/utils.cjs`);
const printer = load(`${root}/lib/ts.cjs`);

/** Makes the type of one schema. */
export const transformSchemaObject: Package['transformSchemaObject'] = schemas.default;

/** Prints the nodes that `typesOf` returns. */
export const astToString: Package['astToString'] = printer.astToString;

/**
 * Makes the types of a description with openapi-typescript.
 *
 * @param schema The bundled description, without discriminators.
 * @param options The options that differ from their defaults.
 * @returns The nodes of the declaration file.
 */
export function typesOf(
  schema: Schema,
  options: Pick<Context, 'transform'> & Partial<Context>,
): ReturnType<Package['transformSchema']> {
  // An option that is left out counts as false. The field `redoc` only matters for reading a file.
  const context = {
    silent: true,
    ...options,
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: [],
    resolve: (ref) => resolveRef(schema, ref, { silent: true }),
  } as Partial<Context> as Context;
  const transform = (): ts.Node[] => transformSchema(schema, context);
  if (!hasOperations(schema)) return transform();
  const operations = gatheringInterface('operations');
  context.injectFooter.push(operations.node);
  const nodes = transform();
  operations.finish();
  return nodes;
}

function hasOperations({ paths }: Schema): boolean {
  return Object.values(objectOf(paths)).some((item) => pathOperations(objectOf(item)).length > 0);
}

/**
 * Makes an exported interface that gathers members. To add a member, openapi-typescript replaces all by a copy with one more,
 * which takes long for thousands. Until it is finished, this interface looks empty, and keeps what it is given.
 */
function gatheringInterface(name: string): { node: ts.InterfaceDeclaration; finish: () => void } {
  const { factory, SyntaxKind } = typescript;
  const node = factory.createInterfaceDeclaration(
    [factory.createModifier(SyntaxKind.ExportKeyword)],
    name,
    undefined,
    undefined,
    [],
  );
  const members: ts.TypeElement[] = [];
  const set = (added: ts.TypeElement[]): void => void members.push(...added);
  Object.defineProperty(node, 'members', { get: () => [], set, configurable: true });
  return { node, finish: () => Object.defineProperty(node, 'members', { value: factory.createNodeArray(members) }) };
}
