import { InputError } from '../command/input-error.js';
import { readServerUrl } from '../command/server-url.js';

/**
 * Reads the URL of a server.
 *
 * @returns The URL, without a trailing slash.
 * @throws InputError when the URL is missing, is not an http or https URL, or contains credentials, which would be printed.
 */
export function readServer(text: string | undefined): string {
  if (text === undefined)
    throw new InputError('--server is missing: give the URL of the API, such as https://staging.example.com.');
  const url = readServerUrl(text, '--server', 'give credentials in the file of --values');
  return url.href.replace(/\/$/, '');
}

/**
 * Reads the time limit of a response.
 *
 * @returns Milliseconds. Default: 10,000.
 * @throws InputError when the text is not an integer from 1 to 999999.
 */
export function readTimeout(text: string | undefined): number {
  if (text === undefined) return 10_000;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InputError('--timeout is no number of milliseconds: give one from 1 to 999999.');
  return Number(text);
}
