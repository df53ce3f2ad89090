import { chromium, type Browser } from 'playwright';
import { tool } from './tools.js';

/**
 * Starts the Chromium of this machine, headless, with what it asks of its maker's servers turned off.
 *
 * @returns The browser; the caller closes it.
 * @throws Error when there is no Chromium.
 */
export async function launchBrowser(): Promise<Browser> {
  const options = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ];
  // Chromium refuses its sandbox to root, which is who runs the tests in most containers.
  if (process.getuid?.() === 0) options.push('--no-sandbox');
  return chromium.launch({ executablePath: await tool('chromium'), args: options });
}
