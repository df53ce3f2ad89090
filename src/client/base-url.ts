/** Where requests go. Plain texts: in React Native no part of a URL can be set. */
export interface BaseUrl {
  /** Without a slash at its end. */
  readonly href: string;
  readonly origin: string;
  /** The path, with a slash at its end. */
  readonly pathname: string;
}

/**
 * Checks the base URL of a client.
 *
 * @param baseUrl An absolute URL. On a page it may also be a path that begins with a slash, for the page's own origin.
 * @param base What such a path is resolved against. Default: the page.
 * @throws TypeError when it is missing, not an http or https URL, or has a user name, a password, a query or a fragment.
 */
export function parseBaseUrl(baseUrl: unknown, base?: string): BaseUrl {
  const absolute = 'use an absolute URL such as "https://api.example.com"';
  if (typeof baseUrl !== 'string' || baseUrl.trim() === '') throw refusal(`is missing: ${absolute}`);
  const origin = baseUrl.startsWith('/') ? (base ?? (globalThis as { location?: Location }).location?.origin) : undefined;
  let url: URL | undefined;
  try {
    url = new URL(baseUrl, origin);
  } catch {
    // The message of the platform would repeat the URL, which may contain a password.
  }
  if (!url || !/^https?:$/.test(url.protocol)) throw refusal(`does not begin with http:// or https://: ${absolute}`);
  if (url.username || url.password) throw refusal('contains a user name or a password: send them in a header instead');
  if (/[?#]/.test(baseUrl)) throw refusal('contains a query or a fragment, and the path comes after it: leave them out');
  const path = url.pathname.replace(/\/$/, '');
  return { href: url.origin + path, origin: url.origin, pathname: `${path}/` };
}

function refusal(problem: string): TypeError {
  return new TypeError(`The baseUrl of createClient ${problem}.`);
}

/** Whether a URL is below the base URL, segment by segment: `/v1evil` is not below `/v1`. */
export function isBelow(base: BaseUrl, url: string): boolean {
  const { origin, pathname } = new URL(url);
  return origin === base.origin && `${pathname}/`.startsWith(base.pathname);
}
