import type { LaunchOptions } from 'playwright-core';
import { tool } from './tools.js';

/**
 * The options to start the Chromium of this machine: headless, and without requests to Google's servers.
 *
 * @throws Error when no Chromium is installed.
 */
export async function browserOptions(): Promise<LaunchOptions> {
  const options = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ];
  // Chromium cannot use its sandbox as root, and most containers run the tests as root.
  if (process.getuid?.() === 0) options.push('--no-sandbox');
  return { executablePath: await tool('chromium'), args: options };
}
