import { createRequire, Module } from 'node:module';

/**
 * What Prism loads at its start and hardly ever uses, which takes half of
 * the time: names and words of fifty languages for `Prefer: dynamic=true`, and
 * a reader of Postman collections. Each by its name, and the export that is
 * read while loading.
 */
const deferred: Array<[name: string, readAtOnce?: string]> = [
  ['@faker-js/faker', 'default'],
  ['@stoplight/http-spec/postman/operation'],
];

/**
 * Has Prism load these modules when it uses them for the first time. To be
 * called before Prism is loaded; afterwards it does nothing.
 *
 * @throws Error with the code `MODULE_NOT_FOUND` when Prism is not installed.
 */
export function deferModules(): void {
  const prism = createRequire(import.meta.url).resolve('@stoplight/prism-http');
  const require = createRequire(prism);
  if (require.cache[prism]) return;
  for (const [name, readAtOnce] of deferred) {
    let path: string;
    try {
      path = require.resolve(name);
    } catch {
      // Another version of Prism may do without it.
      continue;
    }
    if (require.cache[path]) continue;
    let loaded: object | undefined;
    const load = (): object => {
      if (!loaded) {
        Reflect.deleteProperty(require.cache, path);
        loaded = require(name) as object;
      }
      return loaded;
    };
    const placeholder = Object.assign(new Module(path), { filename: path, loaded: true });
    placeholder.exports = readAtOnce ? { [readAtOnce]: lazy(() => Reflect.get(load(), readAtOnce) as object) } : lazy(load);
    require.cache[path] = placeholder;
  }
}

/** An object whose properties are those of another one, which is made when the first of them is asked for. */
function lazy(load: () => object): object {
  return new Proxy(
    {},
    { get: (_, property) => Reflect.get(load(), property) as unknown, has: (_, property) => Reflect.has(load(), property) },
  );
}
