import { createRequire, Module } from 'node:module';
import type { Mocker } from './prism-types.js';

/** The modules of Prism that make responses. */
export interface PrismModules {
  mock: Mocker;
  /** Resets the seed and the options of the generator, which the whole process shares. */
  resetGenerator: () => void;
  faker: Faker;
}

/** The part of json-schema-faker that sets options. */
export interface Faker {
  JSONSchemaFaker: {
    option(name: string, value: unknown): void;
    locate(name: string): { setLocale(locale: unknown): void };
  };
}

/** The package of Prism with the modules that make responses. */
export const prismPackage = '@stoplight/prism-http';

let loaded: PrismModules | undefined;

/**
 * Loads the modules of Prism that make responses. This is slow the first time.
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

/** The package with names and words of many languages, for `Prefer: dynamic=true`. It takes much of the time for loading. */
const names = '@faker-js/faker';

/**
 * Runs a function that loads Prism, and defers the loading of the names until Prism first uses them. Other modules that
 * require the package get the package itself.
 */
function withNamesDeferred<T>(require: NodeJS.Require, run: () => T): T {
  let path: string;
  try {
    path = require.resolve(names);
  } catch {
    // Another version of Prism may not use this package.
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

/** Makes a stand-in for an object. The object itself is loaded when a property is first read. */
function lazy(load: () => object): object {
  return new Proxy(
    {},
    { get: (_, property): unknown => Reflect.get(load(), property), has: (_, property) => Reflect.has(load(), property) },
  );
}
