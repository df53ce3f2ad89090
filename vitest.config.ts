import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup/global-setup.ts'],
    // Real servers, browsers and compilers start slower than functions do.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
