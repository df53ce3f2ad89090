import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isObject } from '../../description/json-value.js';
import type { Config, Document, Source } from '@redocly/openapi-core';
import { core } from './openapi-core.js';
import { FileError } from '../../reading/file-error.js';
import { withFlowIndented } from '../../reading/flow-indentation.js';
import { parseFile } from '../../reading/parse-file.js';
import { parseJsonObject } from '../../reading/parse-json.js';
import { unsupportedReason } from '../../reading/openapi-version.js';
import { refusedReference, type ReferenceBounds } from '../../reading/reference-bounds.js';
import { oversizeReason } from '../../reading/size-limits.js';
import { pointToNames } from './references-by-name.js';

const remote = /^(?!file:)[a-z][\w+.-]+:\/\//i;

/**
 * Reads the files of a description. It rejects references that lead out of the allowed folder, documents that are too large,
 * and versions of OpenAPI that are not supported.
 */
export class BoundedResolver extends core.BaseResolver {
  readonly #bounds: ReferenceBounds;

  /** @param isExact Whether an integer that a JavaScript number cannot hold becomes a `bigint`. Default: it is rounded. */
  constructor(
    config: Config,
    bounds: ReferenceBounds,
    readonly isExact = false,
  ) {
    super(config.resolve);
    this.#bounds = bounds;
  }

  /** A reference is a URI (RFC 3986): of a file it may be a URL, and what no path may hold is encoded in it. */
  override resolveExternalRef(base: string | null, ref: string): string {
    const isFromServer = base !== null && remote.test(base);
    return super.resolveExternalRef(base, isFromServer || remote.test(ref) ? ref : pathOf(ref));
  }

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    const reason = await refusedReference(absoluteRef, this.#bounds);
    if (reason !== undefined) throw new core.ResolveError(new Error(reason));
    return super.loadExternalRef(absoluteRef);
  }

  override parseDocument(source: Source, isRoot?: boolean): Document {
    const isJson = isRoot === true || source.absoluteRef.endsWith('.json');
    const json = isJson ? parseJsonObject(source.body) : undefined;
    // By default, Redocly takes a file for text if its name does not end in .json, .yaml or .yml.
    const isData = isRoot === true || /^(\.json|\.ya?ml)?$/i.test(extname(source.absoluteRef));
    const parsedYaml = (body: string): Document =>
      super.parseDocument(body === source.body ? source : new core.Source(source.absoluteRef, body, source.mimeType), isData);
    const document = json ? { source, parsed: json } : withFlowIndented(source.body, parsedYaml);
    if (this.isExact && /\d{16}/.test(source.body)) putLargeIntegers(document.parsed, source.body);
    if (isObject(document.parsed) && /\$(id|self|anchor|dynamicAnchor)\b/.test(source.body))
      pointToNames(document.parsed, urlOf(source.absoluteRef));
    const reason = oversizeReason(document.parsed);
    if (reason !== undefined) throw new core.ResolveError(new Error(reason));
    const unsupported = isRoot === true ? unsupportedReason(document.parsed) : undefined;
    if (unsupported !== undefined) throw new FileError(unsupported);
    return document;
  }
}

/** Puts the large integers of a text into what Redocly, which rounds them, has parsed. */
function putLargeIntegers(parsed: unknown, text: string): void {
  try {
    copyIntegers(parsed, parseFile(text, ''));
  } catch {
    // Redocly reads more than the other parser.
  }
}

function copyIntegers(target: unknown, source: unknown): void {
  if (typeof target !== 'object' || target === null || typeof source !== 'object' || source === null) return;
  for (const [name, value] of Object.entries(source) as Array<[string, unknown]>) {
    const known: unknown = Reflect.get(target, name);
    if (typeof value === 'bigint' && typeof known === 'number') Reflect.set(target, name, value);
    else copyIntegers(known, value);
  }
}

function urlOf(absoluteRef: string): string {
  return remote.test(absoluteRef) ? absoluteRef : pathToFileURL(absoluteRef).href;
}

function pathOf(reference: string): string {
  try {
    return reference.startsWith('file:') ? fileURLToPath(reference) : decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
