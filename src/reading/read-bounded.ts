import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import RefParser from '@stoplight/json-schema-ref-parser';
import { refusedReference, withoutSecrets } from './reference-bounds.js';
import { oversizeReason } from './size-limits.js';
import { aliasesRefusal } from './yaml-aliases.js';

/** How long a server may take to send a file, in milliseconds. */
const longest = 30_000;

/** Reads the files of a description, and refuses what a description from elsewhere should not reach. */
export class BoundedParser extends RefParser {
  readonly #root: string;
  readonly #external: boolean;

  /**
   * @param root The absolute path or the URL of the root file. It is read wherever it is.
   * @param external Whether files outside its folder, and other servers, may be read.
   */
  constructor(root: string, external: boolean) {
    super();
    this.#root = root;
    this.#external = external;
  }

  /** Reads the root file, and all that it refers to; references that are left point into the result. */
  async read(source: string | object): Promise<unknown> {
    const isRoot = firstOf(typeof source === 'string');
    return this.bundle(source as RefParser.JSONSchema, {
      resolve: {
        file: { read: ({ url }) => this.#readFile(pathOf(url), isRoot()) },
        http: { read: ({ url }) => this.#download(url, isRoot()) },
      },
    });
  }

  // Called by "bundle": what it would write out is measured before it does.
  override async resolve(...parameters: unknown[]): Promise<RefParser.$Refs> {
    const files = await super.resolve(...(parameters as Parameters<RefParser['resolve']>));
    for (const [path, file] of Object.entries(files.values())) {
      const reason = oversizeReason(file);
      if (reason !== undefined) throw new RefParser.ResolverError(new Error(reason), path);
    }
    return files;
  }

  async #readFile(path: string, isRoot: boolean): Promise<Buffer> {
    if (!isRoot) await this.#refuse(path);
    const bytes = await readFile(path).catch((error: unknown) => {
      throw new RefParser.ResolverError(error as NodeJS.ErrnoException, path);
    });
    return withoutManyAliases(bytes, path);
  }

  async #download(url: string, isRoot: boolean): Promise<Buffer> {
    if (!isRoot) await this.#refuse(url);
    try {
      // A redirect may lead to where a reference may not.
      const redirect = isRoot || this.#external ? 'follow' : 'error';
      const response = await fetch(url, { redirect, signal: AbortSignal.timeout(longest) });
      if (!response.ok) throw new Error(`the server responds ${response.status}`);
      return withoutManyAliases(Buffer.from(await response.arrayBuffer()), url);
    } catch (error) {
      if (error instanceof RefParser.ResolverError) throw error;
      throw new RefParser.ResolverError(new Error(`Cannot download ${withoutSecrets(url)}: ${causeOf(error)}`), url);
    }
  }

  async #refuse(target: string): Promise<void> {
    const reason = await refusedReference(target, { root: this.#root, external: this.#external });
    if (reason !== undefined) throw new RefParser.ResolverError(new Error(reason), target);
  }
}

/** The bytes of a file, unless it is one whose reading would not end. */
function withoutManyAliases(bytes: Buffer, place: string): Buffer {
  const reason = aliasesRefusal(bytes.toString());
  if (reason !== undefined) throw new RefParser.ResolverError(new Error(reason), place);
  return bytes;
}

/** A function that says `is` the first time, and no from then on: the root file is the first that is read. */
function firstOf(is: boolean): () => boolean {
  let isFirst = is;
  return () => {
    const was = isFirst;
    isFirst = false;
    return was;
  };
}

/** The parser writes a path as the path of a URL. */
function pathOf(url: string): string {
  return /^file:/i.test(url) ? fileURLToPath(url) : decodeURIComponent(url);
}

function causeOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
