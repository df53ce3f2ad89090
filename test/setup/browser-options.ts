import type { LaunchOptions } from 'playwright-core';
import { tool } from './tools.js';

/**
 * How the Chromium of this machine is started: headless, with what it asks of its maker's servers turned off.
 *
 * @throws Error when there is no Chromium.
 */
export async function browserOptions(): Promise<LaunchOptions> {
  const options = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ];
  // Chromium refuses its sandbox to root, which is who runs the tests in most containers.
  if (process.getuid?.() === 0) options.push('--no-sandbox');
  return { executablePath: await tool('chromium'), args: options };
}
