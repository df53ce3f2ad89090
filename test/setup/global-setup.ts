import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { browserOptions } from './browser-options.js';
import { installTools } from './tools.js';

/**
 * Runs once before all tests. Finds or installs the programs that they need besides npm packages, and fails otherwise. Starts
 * one Chromium for all tests.
 *
 * @returns A function that stops Chromium.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await installTools();
  const server = await chromium.launchServer(await browserOptions());
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
