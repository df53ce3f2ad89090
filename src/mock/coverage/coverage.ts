import type { DocumentedOperation } from '../../description/operations.js';
import type { Exchange } from '../exchange.js';
import { shownPath } from '../../contract/message/printable.js';
import { errorsOf, type Violation } from '../../contract/message/violation.js';

/** Contract coverage: how often each documented response was seen, and which responses are not documented. */
export interface CoverageReport {
  /** All documented responses, in the order of the description. */
  documented: DocumentedCoverage[];
  /** Responses with a status code that is not documented, and responses to requests that match no operation. */
  undocumented: Array<{ operationId?: string; method: string; path: string; status: number; seen: number }>;
  /** `undocumented` lists the first 200 responses to requests that match no operation. This counts the others. */
  notListed: number;
}

/** How often a documented response was seen. */
export interface DocumentedCoverage {
  operationId: string;
  method: string;
  path: string;
  /** The key of the Responses Object, such as `200`, `4XX` or `default`. */
  response: string;
  seen: number;
  /** How many of them differed from the description. */
  differed: number;
  /** How they differed: the first few reasons, without duplicates. */
  reasons: string[];
}

/** The most requests without an operation that are listed by path. Others are only counted, since their number has no limit. */
const mostElsewhere = 200;

/** The most reasons that are kept for a response. */
const mostReasons = 5;

type Counted = Pick<DocumentedCoverage, 'seen' | 'differed' | 'reasons'>;

/** Counts which responses were sent. When a server gave no response, nothing is counted. */
export class Coverage {
  /** The counts by operationId and key of the Responses Object. */
  readonly #documented = new Map<string, Map<string, Counted>>();
  readonly #undocumented = new Map<string, CoverageReport['undocumented'][number]>();
  #elsewhere = 0;
  #notListed = 0;

  record(exchange: Exchange): void {
    const { operationId, responseKey, responseViolations, isOwn } = exchange;
    if (isOwn || responseViolations.some(({ rule }) => rule === 'no-response')) return;
    if (operationId === undefined || responseKey === undefined) this.#countUndocumented(exchange);
    else this.#countDocumented(operationId, responseKey, responseViolations);
  }

  #countDocumented(operationId: string, responseKey: string, violations: Violation[]): void {
    let responses = this.#documented.get(operationId);
    if (!responses) this.#documented.set(operationId, (responses = new Map<string, Counted>()));
    let counted = responses.get(responseKey);
    if (!counted) responses.set(responseKey, (counted = { seen: 0, differed: 0, reasons: [] }));
    counted.seen += 1;
    if (violations.length === 0) return;
    const messages = errorsOf(violations).map(({ message }) => message);
    if (messages.length === 0) return;
    counted.differed += 1;
    counted.reasons = [...new Set([...counted.reasons, ...messages])].slice(0, mostReasons);
  }

  #countUndocumented({ operationId, method, path: sent, response, replacedStatus }: Exchange): void {
    const path = shownPath(sent);
    const status = replacedStatus ?? response.status;
    const key = `${method} ${path} ${status}`;
    const known = this.#undocumented.get(key);
    if (known) {
      known.seen += 1;
      return;
    }
    if (operationId === undefined && this.#elsewhere >= mostElsewhere) {
      this.#notListed += 1;
      return;
    }
    if (operationId === undefined) this.#elsewhere += 1;
    this.#undocumented.set(key, { ...(operationId !== undefined && { operationId }), method, path, status, seen: 1 });
  }

  /** Reports the counts for the given operations, and all responses that are not documented. */
  report(operations: Array<{ documented: DocumentedOperation }>): CoverageReport {
    const documented = operations.flatMap(({ documented: { operationId, method, path, responses } }) =>
      responses.map(({ status: response }): DocumentedCoverage => {
        const { seen = 0, differed = 0, reasons = [] } = this.#documented.get(operationId)?.get(response) ?? {};
        return { operationId, method, path, response, seen, differed, reasons: [...reasons] };
      }),
    );
    return { documented, undocumented: [...this.#undocumented.values()].map((one) => ({ ...one })), notListed: this.#notListed };
  }
}
