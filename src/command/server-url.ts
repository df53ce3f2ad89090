import { InputError } from './input-error.js';

/**
 * Reads the URL of a server from user input.
 *
 * @param name Where the URL comes from, such as `--server`. Error messages begin with it.
 * @param advice What the user should do instead of putting credentials into the URL.
 * @throws InputError when the text is not an http or https URL, or has a query, a fragment or credentials. Credentials in a
 *   URL would be printed.
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
