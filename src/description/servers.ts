import type { DocumentedOperation } from './operations.js';
import type { Description, Server } from './types.js';

/**
 * The URL of the first server, with the default of each variable filled in.
 *
 * @param description The bundled description.
 * @param operation An operation. Its servers take precedence over those of its path, and these over those of the description
 *   (Operation Object and Path Item Object, "servers"). Default: the servers of the description.
 * @returns The URL as in the description, possibly relative; `undefined` if there is no server.
 */
export function firstServerUrl({ servers }: Description, operation?: DocumentedOperation): string | undefined {
  const [server] = operation?.servers ?? servers ?? [];
  return server && withVariables(server);
}

/**
 * The absolute URL of the first server of an operation.
 *
 * @returns A URL without a trailing slash. A relative URL is resolved against `http://localhost/`. Without a server, the URL is
 *   `/`, the default of the specification. An invalid URL stays as in the description.
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
