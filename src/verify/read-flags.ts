import { InputError } from '../command/input-error.js';
import { readServerUrl } from '../command/server-url.js';

/**
 * Reads where a server is.
 *
 * @returns The URL, without a slash at its end.
 * @throws InputError when there is none, it is no http or https URL, or it holds credentials, which would be printed.
 */
export function readServer(text: string | undefined): string {
  if (text === undefined)
    throw new InputError('--server is missing: give the URL of the API, such as https://staging.example.com.');
  const url = readServerUrl(text, '--server', 'give credentials in the file of --values');
  return url.href.replace(/\/$/, '');
}

/**
 * Reads how long a response may take.
 *
 * @returns Milliseconds; 10,000 where nothing was given.
 * @throws InputError when the text is no such number.
 */
export function readTimeout(text: string | undefined): number {
  if (text === undefined) return 10_000;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InputError('--timeout is no number of milliseconds: give one from 1 to 999999.');
  return Number(text);
}
