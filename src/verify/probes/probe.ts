import type { ContractOperation } from '../../contract/operations.js';
import type { SampleRequest } from '../../requests/sample-request.js';
import type { Verdict } from '../walk/judge.js';

/** A request beyond those for the documented responses. */
export interface Probe {
  /** The operation that it belongs to; with another method, the first of its path. */
  operation: ContractOperation;
  /** What the request does, in a few words. */
  name: string;
  request: SampleRequest;
  expected: Expectation;
}

/** What a server may respond to a probe. */
export type Expectation =
  /** A documented 4xx; `status` where one alone says what is wrong. `why` says what makes the request invalid. */
  | { kind: 'refusal'; why: string; status?: string }
  /** 405, and in `Allow` the methods that the path has. */
  | { kind: 'no such method'; methods: string[] }
  /** Whatever is documented: the description does not rule the request out. */
  | { kind: 'any documented' }
  /** Anything but 5xx. */
  | { kind: 'no server error' }
  /** The documented success; where the request may change something, also that it has been changed before. */
  | { kind: 'success'; response: string; mayBeDone: boolean };

/** A probe, and what became of it. */
export interface ProbeResult {
  probe: Pick<Probe, 'operation' | 'name'>;
  verdict: Verdict;
  /** From the request to the end of the response. */
  milliseconds: number;
}
