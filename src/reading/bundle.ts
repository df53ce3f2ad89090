import { extname, relative } from 'node:path';
import { isObject } from '../description/json-value.js';
import { decodeIfPossible } from '../description/parameters/sent.js';
import { asFragment, filesKey, pointerTo } from '../description/references/pointer.js';
import { isCircular } from '../description/references/resolve.js';
import { circularReason, FileError } from './file-error.js';
import { loadFile, pathOrUrl } from './load-file.js';
import { parseFile } from './parse-file.js';
import { withoutSecrets, type ReferenceBounds } from './reference-bounds.js';
import { findReferences, putInPlace, type FoundReference, type StandIn } from './references.js';

/** The result of bundling. */
export interface Bundle {
  /** The root file. The other files are in an extension of it, and all references point into it. */
  document: Record<string, unknown>;
  /** The absolute paths of the files, without downloaded ones. */
  files: string[];
  /** A sentence for each value that could not be read and was left out. */
  warnings: string[];
}

/**
 * Bundles the files of a description into one. In a description of one file, only references by `$id`, `$anchor` and `$self`
 * change: they become JSON Pointers.
 *
 * @param root The URL of the root file.
 * @param document The parsed root file, if it was read already. It is changed.
 * @throws FileError when a file cannot be read, or when a reference leads outside its bounds.
 */
export async function bundle(root: string, bounds: ReferenceBounds, document?: object): Promise<Bundle> {
  return new Bundler(root, bounds).bundle(document);
}

class Bundler {
  readonly #root: string;
  readonly #bounds: ReferenceBounds;
  /** The files by URL, each with its JSON Pointer in the bundle. */
  readonly #files = new Map<string, { value: unknown; place: string }>();
  /** The JSON Pointers, in the bundle, of the parts that have a URL of their own. */
  readonly #names = new Map<string, string>();
  readonly #pending: FoundReference[] = [];
  readonly #standIns: StandIn[] = [];
  readonly #warnings: string[] = [];
  readonly #paths = new Set<string>();
  /** The objects with the references that OpenAPI defines. */
  readonly #referring: Array<FoundReference['holder']> = [];

  constructor(root: string, bounds: ReferenceBounds) {
    this.#root = root;
    this.#bounds = bounds;
  }

  async bundle(given?: object): Promise<Bundle> {
    const document = given ?? (await this.#parsed(this.#root, true));
    if (!isObject(document)) throw new FileError('It holds no object.');
    this.#add(this.#root, document, '');
    for (let reference = this.#pending.pop(); reference; reference = this.#pending.pop()) await this.#follow(reference);
    const others = [...this.#files].filter(([, { place }]) => place !== '');
    if (others.length > 0) {
      document[filesKey] = Object.fromEntries(others.map(([url, file]) => [this.#nameOf(url), file.value]));
    }
    putInPlace(document, this.#standIns);
    const targets = new Set(this.#referring.map(({ $ref }) => $ref));
    if ([...targets].some((target) => typeof target === 'string' && isCircular(document, target))) {
      throw new FileError(circularReason);
    }
    return { document, files: [...this.#paths], warnings: this.#warnings };
  }

  async #parsed(url: string, isRoot = false): Promise<unknown> {
    const text = await loadFile(url, this.#bounds, isRoot);
    if (url.startsWith('file:')) this.#paths.add(pathOrUrl(url));
    return parseFile(text, this.#nameOf(url));
  }

  #add(url: string, value: unknown, place: string): void {
    this.#files.set(url, { value, place });
    const { references, names, standIns } = findReferences(value, url);
    this.#standIns.push(...standIns);
    for (const [name, pointer] of names) if (!this.#names.has(name)) this.#names.set(name, place + pointer);
    // The list is a stack. Reversed, it gives the files in the order in which they are referenced.
    this.#pending.push(...references.reverse());
  }

  async #follow(reference: FoundReference): Promise<void> {
    if (reference.kind === 'externalValue') return this.#readValue(reference);
    const { text, base, isInResource, isOptional, holder } = reference;
    if (!isInResource && !isOptional) this.#referring.push(holder);
    // Most references point into the root file and stay as they are.
    if (base === this.#root && !isInResource && /^#(\/|$)/.test(text)) return;
    if (!URL.canParse(text, base)) return;
    const [target = '', fragment = ''] = new URL(text, base).href.split('#');
    try {
      const place = await this.#placeOf(target, fragment, isInResource);
      if (place !== undefined) reference.replace(asFragment(place));
    } catch (error) {
      if (!isOptional) throw error;
    }
  }

  /**
   * The JSON Pointer of a target in the bundle. `undefined` within a schema that has an `$id`, since the validator resolves
   * names there.
   */
  async #placeOf(target: string, fragment: string, isInResource: boolean): Promise<string | undefined> {
    const isPointer = fragment === '' || fragment.startsWith('/');
    const named = this.#names.get(isPointer ? target : `${target}#${fragment}`);
    if (named !== undefined) return isInResource ? undefined : named + (isPointer ? decodeIfPossible(fragment) : '');
    // The validator knows the schemas of JSON Schema itself.
    if (/^https?:\/\/json-schema\.org\//.test(target)) return undefined;
    if (!this.#files.has(target)) this.#add(target, await this.#parsed(target), pointerTo(filesKey, this.#nameOf(target)));
    if (!isPointer) return this.#names.get(`${target}#${fragment}`);
    return (this.#files.get(target)?.place ?? '') + decodeIfPossible(fragment);
  }

  /** Replaces the `externalValue` of an example by the content of its file. */
  async #readValue({ text, base, holder }: FoundReference): Promise<void> {
    if ('value' in holder || 'dataValue' in holder || 'serializedValue' in holder || !URL.canParse(text, base)) return;
    const url = new URL(text, base).href;
    try {
      const content = await loadFile(url, this.#bounds, false);
      if (url.startsWith('file:')) this.#paths.add(pathOrUrl(url));
      const isData = ['.json', '.yaml', '.yml'].includes(extname(new URL(url).pathname).toLowerCase());
      Reflect.deleteProperty(holder, 'externalValue');
      holder.value = isData ? parseFile(content, this.#nameOf(url)) : content;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.#warnings.push(`The externalValue "${text}" is not read: ${error.message}`);
    }
  }

  /** The name of a file: its path relative to the root file, or its URL without secrets. */
  #nameOf(url: string): string {
    if (!url.startsWith('file:')) return withoutSecrets(url);
    if (!this.#root.startsWith('file:')) return pathOrUrl(url);
    return relative(pathOrUrl(new URL('.', this.#root).href), pathOrUrl(url)).replaceAll('\\', '/');
  }
}
