import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config, Document, Source } from '@redocly/openapi-core';
import { core } from './openapi-core.js';
import { FileError } from '../../reading/file-error.js';
import { withFlowIndented } from '../../reading/flow-indentation.js';
import { parseJsonObject } from '../../reading/parse-json.js';
import { unsupportedReason } from '../../reading/openapi-version.js';
import { refusedReference, type ReferenceBounds } from '../../reading/reference-bounds.js';
import { oversizeReason } from '../../reading/size-limits.js';

const remote = /^(?!file:)[a-z][\w+.-]+:\/\//i;

/**
 * Reads the files of a description. It rejects references that lead out of the allowed folder, documents that are too large,
 * and versions of OpenAPI that are not supported.
 */
export class BoundedResolver extends core.BaseResolver {
  readonly #bounds: ReferenceBounds;

  constructor(config: Config, bounds: ReferenceBounds) {
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
    const reason = oversizeReason(document.parsed);
    if (reason !== undefined) throw new core.ResolveError(new Error(reason));
    const unsupported = isRoot === true ? unsupportedReason(document.parsed) : undefined;
    if (unsupported !== undefined) throw new FileError(unsupported);
    return document;
  }
}

function pathOf(reference: string): string {
  try {
    return reference.startsWith('file:') ? fileURLToPath(reference) : decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
