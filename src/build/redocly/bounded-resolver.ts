import type { Config, Document, Source } from '@redocly/openapi-core';
import { core } from './openapi-core.js';
import { FileError } from '../../reading/file-error.js';
import { unsupportedReason } from '../../reading/openapi-version.js';
import { refusedReference, type ReferenceBounds } from '../../reading/reference-bounds.js';
import { oversizeReason } from '../../reading/size-limits.js';

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

  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    const reason = await refusedReference(absoluteRef, this.#bounds);
    if (reason !== undefined) throw new core.ResolveError(new Error(reason));
    return super.loadExternalRef(absoluteRef);
  }

  override parseDocument(source: Source, isRoot?: boolean): Document {
    const document = super.parseDocument(source, isRoot);
    const reason = oversizeReason(document.parsed);
    if (reason !== undefined) throw new core.ResolveError(new Error(reason));
    const unsupported = isRoot === true ? unsupportedReason(document.parsed) : undefined;
    if (unsupported !== undefined) throw new FileError(unsupported);
    return document;
  }
}
