import type { DocumentedOperation } from '../description/operations.js';
import type { Trigger } from './triggers.js';
import type { Description } from '../description/types.js';
import { sampleRequest, type SampleRequest } from './sample-request.js';

/**
 * Fills in the request that triggers a response: that of the samples, changed as little as that takes.
 *
 * @param trigger One of the operation, from `triggers`.
 * @returns undefined when the examples of the operation do not suffice for a request.
 */
export function triggeringRequest(
  description: Description,
  operation: DocumentedOperation,
  { status, by }: Trigger,
): SampleRequest | undefined {
  switch (by.kind) {
    case 'example':
      return sampleRequest(description, operation, by.name);
    case 'valid request':
      return sampleRequest(description, operation);
    case 'no credentials':
      return sampleRequest(description, { ...operation, security: [] });
    case 'other media type': {
      const request = sampleRequest(description, operation);
      return request && withMediaType(request, by.mediaType);
    }
    case 'Prefer header': {
      const request = sampleRequest(description, operation);
      return request && { ...request, headers: [...request.headers, ['Prefer', `code=${status}`]] };
    }
  }
}

function withMediaType({ headers, body, ...request }: SampleRequest, mediaType: string): SampleRequest {
  return {
    ...request,
    headers: [...headers.filter(([name]) => name !== 'Content-Type'), ['Content-Type', mediaType]],
    // Without a body there is nothing that could be of another media type.
    body: { text: '?', json: undefined, ...body, contentType: mediaType },
  };
}
