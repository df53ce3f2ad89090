import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config';
import { rooms } from './rooms.js';

const { MUTANTS_ROOM: room = '' } = process.env;
const tests = rooms[room] ?? [];

const config: ViteUserConfig = defineConfig({
  test: {
    isolate: false,
    setupFiles: ['test/mutants/load-room.ts'],
    globalSetup: room.endsWith('/script') ? ['test/setup/global-setup.ts'] : [],
    include: ['test/mutants/loads.ts', ...tests.map((path) => `${path}${path.endsWith('/') ? '**/' : ''}*.test.ts`)],
    // These tests start programs, which a mutation does not affect, or take too long to run again and again.
    exclude: [...configDefaults.exclude, 'test/**/{command,run-command,fuzz}.test.ts', 'test/build/generate/*-types.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default config;
