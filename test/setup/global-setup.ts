import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { browserOptions } from './browser-options.js';
import { installTools } from './tools.js';

/**
 * Runs once before all tests: whatever they need beyond npm is found or installed, or nothing runs; and one Chromium is
 * started for all of them.
 *
 * @returns What ends it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await installTools();
  const server = await chromium.launchServer(await browserOptions());
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
