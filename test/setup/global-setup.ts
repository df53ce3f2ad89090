import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { browserOptions } from './browser-options.js';
import { bundlePrograms } from './bundle-programs.js';
import { installTools } from './tools.js';

/**
 * Runs once before all tests. Finds or installs the programs that they need besides npm packages, and fails otherwise. Starts
 * one Chromium for all tests, and bundles the programs of the project for them.
 *
 * @returns A function that stops Chromium and removes the bundles.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await installTools();
  const server = await chromium.launchServer(await browserOptions());
  project.provide('browser', server.wsEndpoint());
  const { directory, remove } = await bundlePrograms();
  process.env.TEST_PROGRAMS = directory;
  project.onTestsRerun(() => void bundlePrograms());
  return async () => {
    await remove();
    await server.close();
  };
}
