// Redocly's core is 270 small files. `require` reads them one after the other; an `import` asks the loader for TypeScript
// about each, in another thread, which takes a seventh more of every build.
import { createRequire } from 'node:module';

const load: (name: '@redocly/openapi-core') => typeof import('@redocly/openapi-core') = createRequire(import.meta.url);

/** The core of Redocly: bundling and linting. */
export const core: typeof import('@redocly/openapi-core') = load('@redocly/openapi-core');
