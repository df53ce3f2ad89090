import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of the Chromium that runs during the tests. */
    browser: string;
  }
}

/**
 * Connects to the shared Chromium.
 *
 * @returns A browser with its own windows. The caller closes it.
 */
export function connectBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'));
}
