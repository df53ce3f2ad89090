import { lstat, realpath } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { BaseResolver, ResolveError, type Config, type Document, type Source } from '@redocly/openapi-core';

/** How many values one file may hold once its YAML aliases are written out. */
const mostValues = 5_000_000;

/** How deep the values of one file may nest. */
const deepest = 500;

/** Where the references of a description may lead. */
export interface Bounds {
  /** The root file of the description. */
  root: string;
  /** Whether files outside the folder of the root file, and other servers, may be read. Default: they may not. */
  external?: boolean;
}

/** Reads the files of a description, and refuses what a description from elsewhere should not reach. */
export class BoundedResolver extends BaseResolver {
  readonly #bounds: Bounds;

  constructor(config: Config, bounds: Bounds) {
    super(config.resolve);
    this.#bounds = bounds;
  }

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    const reason = await this.#refusal(absoluteRef);
    if (reason !== undefined) throw new ResolveError(new Error(reason));
    return super.loadExternalRef(absoluteRef);
  }

  override parseDocument(source: Source, isRoot?: boolean): Document {
    const document = super.parseDocument(source, isRoot);
    refuseOversized(document.parsed);
    return document;
  }

  async #refusal(absoluteRef: string): Promise<string | undefined> {
    const { root, external } = this.#bounds;
    const allow = 'allow it with --external-refs';
    if (/^[a-z][\w+.-]+:\/\//i.test(absoluteRef)) {
      return external ? undefined : `The reference leads to another server: ${allow}.`;
    }
    const path = await realpath(absoluteRef).catch(() => undefined);
    // Redocly itself says that a file does not exist.
    if (path === undefined) return undefined;
    // A device or a pipe may never end.
    const status = await lstat(path);
    if (!status.isFile() && !status.isDirectory()) return `${absoluteRef} is not a regular file.`;
    const fromFolder = relative(await realpath(dirname(root)), path);
    const isInside = fromFolder !== '..' && !fromFolder.startsWith(`..${sep}`);
    return isInside || external ? undefined : `The reference leaves the folder of the description: ${allow}.`;
  }
}

/** Counts each shared value as often as it is used: a few lines of nested aliases can stand for billions of values. */
function refuseOversized(value: unknown): void {
  const sizes = new Map<object, number>();
  const sizeOf = (one: unknown, depth: number): number => {
    if (typeof one !== 'object' || one === null) return 1;
    const known = sizes.get(one);
    if (known !== undefined) return known;
    if (depth > deepest) throw new ResolveError(new Error(`The file nests values more than ${deepest} levels deep.`));
    // A value that contains itself is met again before its size is known.
    sizes.set(one, Number.POSITIVE_INFINITY);
    const size = Object.values(one).reduce<number>((sum, part) => sum + sizeOf(part, depth + 1), 1);
    if (size > mostValues) throw new ResolveError(new Error(`The aliases of the file stand for more than ${mostValues} values.`));
    sizes.set(one, size);
    return size;
  };
  sizeOf(value, 0);
}
