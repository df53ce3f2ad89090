// Redocly's core has many small files. `require` only reads them. `import` would also ask the loader for TypeScript about each
// file, in another thread, which makes every build slower.
import { createRequire } from 'node:module';

const load: (name: '@redocly/openapi-core') => typeof import('@redocly/openapi-core') = createRequire(import.meta.url);

/** The core of Redocly: bundling and linting. */
export const core: typeof import('@redocly/openapi-core') = load('@redocly/openapi-core');
