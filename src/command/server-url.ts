import { InputError } from './input-error.js';

/**
 * Reads the URL of a server from what a user gave.
 *
 * @param name What the user gave it as, as a sentence begins: `--server`.
 * @param advice What to do with credentials instead.
 * @throws InputError when it is no http or https URL, has a query, or holds credentials, which would be printed.
 */
export function readServerUrl(text: string, name: string, advice: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new InputError(`${name} is no URL of a server: give one such as https://staging.example.com, without a query.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new InputError(`${name} holds a user name or a password: ${advice}.`);
  }
  return url;
}
