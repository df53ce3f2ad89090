/** The base URL of requests, in parts. They are plain strings because React Native cannot set the parts of a URL object. */
export interface BaseUrl {
  /** Without a trailing slash. */
  readonly href: string;
  readonly origin: string;
  /** The path, with a trailing slash. */
  readonly pathname: string;
}

/**
 * Checks the base URL of a client.
 *
 * @param baseUrl An absolute URL. On a page it may also be a path that begins with a slash, for the page's own origin.
 * @param base The URL to resolve such a path against. Default: the page's origin.
 * @throws TypeError when it is missing, not an http or https URL, or has a user name, a password, a query or a fragment.
 *   The message does not repeat the URL, which may contain a password.
 */
export function parseBaseUrl(
  baseUrl: string | null | undefined,
  base: string | undefined = (globalThis as { location?: Location }).location?.origin,
): BaseUrl {
  const text = baseUrl ?? '';
  let url: URL | undefined;
  try {
    url = new URL(text, text.startsWith('/') ? base : undefined);
  } catch {
    // The error of the platform is dropped: its message repeats the URL.
  }
  const { protocol = '', origin = '', pathname = '', username, password } = url ?? {};
  const problem = !text.trim()
    ? 'is missing'
    : !/^https?:$/.test(protocol)
      ? 'does not begin with http:// or https://'
      : username || password
        ? 'contains a user name or a password'
        : /[?#]/.test(text) && 'contains a query or a fragment';
  if (problem)
    throw new TypeError(`The baseUrl of createClient ${problem}: use an absolute URL such as "https://api.example.com".`);
  const path = pathname.replace(/\/$/, '');
  return { href: origin + path, origin, pathname: `${path}/` };
}

/** Whether a URL is below the base URL, segment by segment: `/v1evil` is not below `/v1`. */
export function isBelow(base: BaseUrl, url: string): boolean {
  const { origin, pathname } = new URL(url);
  return origin === base.origin && `${pathname}/`.startsWith(base.pathname);
}
