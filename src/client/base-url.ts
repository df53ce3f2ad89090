/**
 * Checks the base URL of a client.
 *
 * @param baseUrl An absolute URL. On a page it may also be a path that begins with a slash, for the page's own origin.
 * @returns The URL, with a slash at the end of its path.
 * @throws TypeError when it is missing, not an http or https URL, or contains a user name or a password.
 */
export function parseBaseUrl(baseUrl: unknown): URL {
  const advice = 'use an absolute URL such as "https://api.example.com"';
  if (typeof baseUrl !== 'string' || baseUrl.trim() === '') {
    throw new TypeError(`The baseUrl of createClient is missing: ${advice}.`);
  }
  const origin = baseUrl.startsWith('/') ? (globalThis as { location?: Location }).location?.origin : undefined;
  let url: URL | undefined;
  try {
    url = new URL(baseUrl, origin);
  } catch {
    // The message of the platform would repeat the URL, which may contain a password.
  }
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new TypeError(`The baseUrl of createClient does not begin with http:// or https://: ${advice}.`);
  }
  if (url.username || url.password) {
    throw new TypeError('The baseUrl of createClient contains a user name or a password: send them in a header instead.');
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** Whether a URL is below the base URL, segment by segment: `/v1evil` is not below `/v1`. */
export function isBelow(base: URL, url: string): boolean {
  const { origin, pathname } = new URL(url);
  return origin === base.origin && `${pathname}/`.startsWith(base.pathname);
}
