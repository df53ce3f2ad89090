/** How a GET body is sent although `fetch` refuses it: by the dispatcher of `fetch`, or over `node:http`. */
export type WayForBodies = 'dispatcher' | 'http';

/**
 * How this runtime sends a GET body; `undefined` for a runtime that is not known to send one.
 *
 * workerd with the modules of Node, Deno before 2.9 and Bun before 1.4 silently drop the body or hang. `npm run test:runtimes`
 * tests them.
 */
export function wayForBodies(): WayForBodies | undefined {
  const { bun, deno, undici } = versions();
  if (bun) return isAtLeast(bun, 1, 4) ? 'http' : undefined;
  if (deno) return isAtLeast(deno, 2, 9) ? 'http' : undefined;
  return undici ? 'dispatcher' : undefined;
}

/**
 * Whether the global `fetch` is still that of Bun or Deno. Only its source text tells. If a later version has another source
 * text, the client refuses GET bodies there, which is safe.
 */
export function isOwnFetch(): boolean {
  const source = String(globalThis.fetch);
  const mark = versions().bun ? '[native code]' : 'lazyFetch()';
  return source.startsWith('function fetch(') && source.includes(mark);
}

function versions(): Record<string, string | undefined> {
  return (globalThis as { process?: { versions?: Record<string, string> } }).process?.versions ?? {};
}

function isAtLeast(version: string, major: number, minor: number): boolean {
  const [actualMajor = 0, actualMinor = 0] = version.split('.').map(Number);
  return actualMajor > major || (actualMajor === major && actualMinor >= minor);
}
