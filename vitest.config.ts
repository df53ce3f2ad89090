import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/global-setup.ts'],
    // Vitest leaves one core for a watcher to be pleasant; these tests mostly wait for programs.
    maxWorkers: '100%',
    // Real servers, browsers and compilers start slower than functions do.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default config;
