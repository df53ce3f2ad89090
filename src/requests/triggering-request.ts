import type { DocumentedOperation } from '../description/operations.js';
import type { Trigger } from './triggers.js';
import type { Description } from '../description/types.js';
import { sampleRequest, type RealValues, type SampleRequest } from './sample-request.js';

/**
 * Makes the request that triggers a response: the sample request with the smallest change.
 *
 * @param trigger A trigger of the operation, from `triggers`.
 * @param real Default: the examples are sent.
 * @returns `undefined` if the operation lacks examples for a request.
 */
export function triggeringRequest(
  description: Description,
  operation: DocumentedOperation,
  { status, by }: Trigger,
  real?: RealValues,
): SampleRequest | undefined {
  switch (by.kind) {
    case 'example':
      return sampleRequest(description, operation, by.name, real);
    case 'valid request':
      return sampleRequest(description, operation, undefined, real);
    case 'no credentials':
      return sampleRequest(description, { ...operation, security: [] }, undefined, real);
    case 'other media type': {
      const request = sampleRequest(description, operation, undefined, real);
      return request && withMediaType(request, by.mediaType);
    }
    case 'Prefer header': {
      const request = sampleRequest(description, operation, undefined, real);
      return request && { ...request, headers: [...request.headers, ['Prefer', `code=${status}`]] };
    }
  }
}

function withMediaType({ headers, body, ...request }: SampleRequest, mediaType: string): SampleRequest {
  return {
    ...request,
    headers: [...headers.filter(([name]) => name !== 'Content-Type'), ['Content-Type', mediaType]],
    // A request without a body gets one, so that the media type applies to something.
    body: { text: '?', json: undefined, ...body, contentType: mediaType },
  };
}
