import { createRequire, Module } from 'node:module';
import type { Mocker } from './prism-types.js';

/** What of Prism makes responses. */
export interface PrismModules {
  mock: Mocker;
  /** Undoes what a seed or an option changed in the one generator of the process. */
  resetGenerator: () => void;
  faker: Faker;
}

/** The part of json-schema-faker that is set from here. */
export interface Faker {
  JSONSchemaFaker: {
    option(name: string, value: unknown): void;
    locate(name: string): { setLocale(locale: unknown): void };
  };
}

/** The package of Prism. */
export const prismPackage = '@stoplight/prism-http';

let loaded: PrismModules | undefined;

/**
 * Loads the part of Prism that makes responses, which takes long.
 *
 * @throws Error with the code `MODULE_NOT_FOUND` when Prism is not installed.
 */
export function loadPrism(): PrismModules {
  return (loaded ??= load());
}

function load(): PrismModules {
  const fromPrism = createRequire(createRequire(import.meta.url).resolve(prismPackage));
  const loadMocker: (file: './mocker/index.js') => { default: Mocker; resetJSONSchemaGenerator: () => void } = fromPrism;
  const loadFaker: (name: 'json-schema-faker') => Faker = fromPrism;
  return withNamesDeferred(fromPrism, () => {
    const mocker = loadMocker('./mocker/index.js');
    return { mock: mocker.default, resetGenerator: mocker.resetJSONSchemaGenerator, faker: loadFaker('json-schema-faker') };
  });
}

/** Names and words of fifty languages, for `Prefer: dynamic=true`: a third of the time that loading takes. */
const names = '@faker-js/faker';

/**
 * Runs what loads Prism, and has it load the names when it uses them for the first time. Any other module that requires them gets
 * the module itself.
 */
function withNamesDeferred<T>(require: NodeJS.Require, run: () => T): T {
  let path: string;
  try {
    path = require.resolve(names);
  } catch {
    // Another version of Prism may do without them.
    return run();
  }
  if (require.cache[path]) return run();
  const loadNames: (name: string) => { default: object } = require;
  const stand = Object.assign(new Module(path), { filename: path, loaded: true });
  stand.exports = { default: lazy(() => loadNames(names).default) };
  require.cache[path] = stand;
  try {
    return run();
  } finally {
    if (require.cache[path] === stand) Reflect.deleteProperty(require.cache, path);
  }
}

/** An object whose properties are those of another one, which is made when the first of them is asked for. */
function lazy(load: () => object): object {
  return new Proxy(
    {},
    { get: (_, property): unknown => Reflect.get(load(), property), has: (_, property) => Reflect.has(load(), property) },
  );
}
