import type { DocumentedOperation } from './operations.js';
import type { Description, Server } from './types.js';

/**
 * The URL of the first server, with the default of each of its variables filled in.
 *
 * @param description The bundled description.
 * @param operation Its own servers replace those of its path, and these those of the description (Server Object,
 *   "servers" of Operation Object and Path Item Object). Default: the servers of the description.
 * @returns The URL as the description writes it, which may be relative; `undefined` where no server is given.
 */
export function firstServerUrl({ servers }: Description, operation?: DocumentedOperation): string | undefined {
  const [server] = operation?.servers ?? servers ?? [];
  return server && withVariables(server);
}

/**
 * The URL of the first server of an operation, for a program that runs anywhere.
 *
 * @returns An absolute URL without a slash at its end. A relative one is resolved against `http://localhost/`; where no
 *   server is given, that is the specification's default, `/`. A URL that is none stays as the description writes it.
 */
export function absoluteServerUrl(description: Description, operation: DocumentedOperation): string {
  const url = firstServerUrl(description, operation) ?? '/';
  const base = 'http://localhost/';
  return (URL.canParse(url, base) ? new URL(url, base).href : url).replace(/\/$/, '');
}

/** The URLs of all servers of a description, with the default of each variable filled in. */
export function serverUrls({ servers = [] }: Description): string[] {
  return servers.map(withVariables);
}

function withVariables({ url, variables = {} }: Server): string {
  return url.replace(/\{([^{}]+)\}/g, (placeholder, name: string) => variables[name]?.default ?? placeholder);
}
