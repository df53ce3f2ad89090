import { startMock, type Mock, type MockOptions } from './index.js';

/** A Vite plugin. */
export interface MockPlugin {
  name: string;
  config: (config: unknown, environment: { command: string; isPreview?: boolean }) => Promise<object | undefined>;
  closeBundle: () => Promise<void>;
}

/**
 * Makes a Vite plugin that starts a mock with the development server. The server passes requests for the description's paths
 * on to the mock. A build or a preview starts no mock.
 *
 * @param options The options of `startMock`. The default port is any free port.
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
