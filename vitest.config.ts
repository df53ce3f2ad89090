import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/global-setup.ts'],
    // Real servers, browsers and compilers start slower than functions do.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default config;
