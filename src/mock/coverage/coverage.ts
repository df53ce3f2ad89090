import type { DescribedOperation } from '../../description/operations.js';
import type { Exchange } from '../exchange/exchange.js';

/** How much of a description was exercised. */
export interface CoverageReport {
  /** Each documented response, in the order of the description. */
  documented: Array<{ operationId: string; method: string; path: string; response: string; seen: number }>;
  /** Statuses that no response of an operation documents, and requests that lead to no operation. */
  undocumented: Array<{ operationId?: string; method: string; path: string; status: number; seen: number }>;
}

/** More undocumented responses than this are counted as those that were seen before. */
const mostUndocumented = 200;

/** Counts which responses were sent. Where a server gave no response, nothing is counted. */
export class Coverage {
  readonly #seen = new Map<string, number>();
  readonly #undocumented = new Map<string, CoverageReport['undocumented'][number]>();

  record({ method, path, operationId, responseKey, responseViolations, response: { status } }: Exchange): void {
    if (operationId !== undefined && responseKey !== undefined) {
      const key = `${operationId} ${responseKey}`;
      this.#seen.set(key, (this.#seen.get(key) ?? 0) + 1);
      return;
    }
    // Requests for the mock itself are no part of the API.
    if (responseViolations.some(({ rule }) => rule === 'no-response') || path.startsWith('/_mock/')) return;
    const key = `${method} ${path} ${status}`;
    const known = this.#undocumented.get(key);
    if (known) known.seen += 1;
    else if (this.#undocumented.size < mostUndocumented)
      this.#undocumented.set(key, { ...(operationId !== undefined && { operationId }), method, path, status, seen: 1 });
  }

  /** What was counted, for the operations that are served now. */
  report(operations: Array<{ described: DescribedOperation }>): CoverageReport {
    const documented = operations.flatMap(({ described: { operationId, method, path, responses } }) =>
      responses.map(({ status: response }) => ({
        operationId,
        method,
        path,
        response,
        seen: this.#seen.get(`${operationId} ${response}`) ?? 0,
      })),
    );
    return { documented, undocumented: [...this.#undocumented.values()].map((one) => ({ ...one })) };
  }
}
