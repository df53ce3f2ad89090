import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the Chromium that runs as long as the tests do. */
    browser: string;
  }
}

/**
 * Connects to the Chromium of all tests.
 *
 * @returns A browser with windows of its own; the caller closes it.
 */
export function connectBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'));
}
