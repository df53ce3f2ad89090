import { startMock, type Mock, type MockOptions } from './index.js';

/** The plugin, as Vite takes it. */
export interface MockPlugin {
  name: string;
  config: (config: unknown, environment: { command: string; isPreview?: boolean }) => Promise<object | undefined>;
  closeBundle: () => Promise<void>;
}

/**
 * Serves a mock beside Vite's development server, which passes the paths of the description on to it. A build starts none.
 *
 * @param options As `startMock` has them; the port is any free one.
 */
export function mock(options: MockOptions = {}): MockPlugin {
  let started: Mock | undefined;
  return {
    name: 'openapi-mock',
    config: async (_, { command, isPreview }) => {
      if (command !== 'serve' || isPreview) return undefined;
      started ??= await startMock({ port: 0, ...options });
      const { url, operations } = started;
      const prefixes = operations.map(({ path }) => /^\/[^/{]*/.exec(path)?.[0] ?? '/');
      return { server: { proxy: Object.fromEntries(prefixes.map((prefix) => [prefix, url])) } };
    },
    closeBundle: async () => {
      await started?.close();
      started = undefined;
    },
  };
}
