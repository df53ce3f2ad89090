import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/generators/*.test.ts'],
    globalSetup: ['test/generators/install.ts'],
    hookTimeout: 60_000,
  },
});

export default config;
