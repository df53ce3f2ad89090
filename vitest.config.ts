import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Has packages of its own: npm run test:generators.
    exclude: [...configDefaults.exclude, 'test/generators/**'],
    globalSetup: ['test/setup/global-setup.ts'],
    // Prism takes a second to load: each worker does so once, and not for each file. What a file starts, it ends. Workers
    // are processes, not threads of one: the larger a process is, the longer it takes to start another.
    pool: 'forks',
    isolate: false,
    // By default one core is left idle.
    maxWorkers: '100%',
    // Real servers, browsers and compilers start slower than functions do.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default config;
