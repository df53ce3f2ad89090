import type { ContractOperation } from '../../contract/operations.js';
import type { SampleRequest } from '../../requests/sample-request.js';
import type { Verdict } from '../walk/judge.js';

/** A request besides those that trigger the documented responses. */
export interface Probe {
  /** The operation of the request. For an undocumented method, an operation of the same path. */
  operation: ContractOperation;
  /** A few words that describe the request. */
  name: string;
  request: SampleRequest;
  expected: Expectation;
}

/** The acceptable responses to a probe. */
export type Expectation =
  /** A documented 4xx, or only `status` if it is set. `why` says what makes the request invalid. */
  | { kind: 'refusal'; why: string; status?: string }
  /** 405, with the methods of the path in `Allow`. */
  | { kind: 'no such method'; methods: string[] }
  /** Any documented response, since the request is valid. */
  | { kind: 'any documented' }
  /** Anything but 5xx. */
  | { kind: 'no server error' }
  /** The documented success. With `mayBeDone`, also a status code that says that the change was made before. */
  | { kind: 'success'; response: string; mayBeDone: boolean };

/** A probe and its verdict. */
export interface ProbeResult {
  probe: Pick<Probe, 'operation' | 'name'>;
  verdict: Verdict;
  /** From the request to the end of the response. */
  milliseconds: number;
}
