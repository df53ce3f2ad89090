import type { DocumentedOperation } from '../description/operations.js';
import { scenarios } from '../description/scenarios.js';
import { statusCode, successKey } from '../description/statuses.js';
import type { Description } from '../description/types.js';

/** A way to trigger a documented response of an operation. */
export interface Trigger {
  /** The key of the response in the description: a number, a range such as `4XX`, or `default`. */
  response: string;
  /** The status code that is sent: for `4XX` 400 and so on, for `default` 500, or 200 if it documents the success. */
  status: number;
  /** How the request triggers it. */
  by: TriggeredBy;
}

type TriggeredBy =
  /** It has the values of a scenario. */
  | { kind: 'example'; name: string }
  /** It is the request of the samples. */
  | { kind: 'valid request' }
  /** It omits the credentials. */
  | { kind: 'no credentials' }
  /** Its body has a media type that the operation does not accept. */
  | { kind: 'other media type'; mediaType: string }
  /** It asks for the status with the header `Prefer` (RFC 7240), which only a mock honors. */
  | { kind: 'Prefer header' };

/** A media type that any body may have. */
const anyBytes = 'application/octet-stream';

/**
 * Lists the triggers of the documented responses of an operation: all scenarios, and one other trigger for each response
 * without a scenario.
 *
 * @param description The bundled description.
 * @param operation An operation of it, from `documentedOperations`.
 * @returns In the order of the responses. Each response has at least one trigger.
 * @throws Error when a reference cannot be followed.
 */
export function triggers(description: Description, operation: DocumentedOperation): Trigger[] {
  const known = scenarios(description, operation);
  const success = successKey(operation.responses.map(({ status }) => status));
  return operation.responses.flatMap(({ status: response }): Trigger[] => {
    // As the only response to a valid request, `default` documents its success.
    const status = response === success && response === 'default' ? 200 : statusCode(response);
    const examples = known.filter((scenario) => scenario.status === status);
    if (examples.length > 0) return examples.map(({ name }) => ({ response, status, by: { kind: 'example', name } }));
    // If there are no scenarios, each valid request succeeds.
    const isPlain = known.length === 0 && response === success;
    return [{ response, status, by: isPlain ? { kind: 'valid request' } : withoutExample(operation, status) }];
  });
}

function isSuccessful(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Whether a request should succeed: it is valid, or it triggers a 2xx. */
export function succeeds({ status, by }: Trigger): boolean {
  return isSuccessful(status) || by.kind === 'valid request';
}

function withoutExample({ security, requestBody }: DocumentedOperation, status: number): TriggeredBy {
  const asksForCredentials = security.length > 0 && security.every((schemes) => Object.keys(schemes).length > 0);
  if (status === 401 && asksForCredentials) return { kind: 'no credentials' };
  const mediaTypes = Object.keys(requestBody?.content ?? {});
  const takesAny = mediaTypes.some((mediaType) => mediaType.includes('*') || mediaType.startsWith(anyBytes));
  if (status === 415 && mediaTypes.length > 0 && !takesAny) return { kind: 'other media type', mediaType: anyBytes };
  return { kind: 'Prefer header' };
}
