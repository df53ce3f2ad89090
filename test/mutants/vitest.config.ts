import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config';
import { rooms } from './rooms.js';

const tests = rooms[process.env.MUTANTS_ROOM ?? ''] ?? [];

const config: ViteUserConfig = defineConfig({
  test: {
    isolate: false,
    setupFiles: ['test/mutants/load-room.ts'],
    include: tests.map((path) => (path.endsWith('/') ? `${path}**/*.test.ts` : `${path}*.test.ts`)),
    // They start programs, which the change does not reach, or last too long to be run again and again.
    exclude: [...configDefaults.exclude, 'test/**/{command,run-command,fuzz}.test.ts', 'test/**/*-types.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default config;
