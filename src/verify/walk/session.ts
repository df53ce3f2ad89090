import { readBody } from '../../contract/body/body.js';
import { unpackBody } from '../../contract/body/content-coding.js';
import { isHeaderValue } from '../../contract/message/headers.js';
import type { DocumentedOperation } from '../../description/operations.js';
import { inputsWithoutExample, type SampleRequest } from '../../requests/sample-request.js';
import type { Verdict } from './judge.js';
import { isNamed, isSuccess, type Step } from './plan.js';
import { realRequest } from './real-request.js';
import type { ServerResponse } from './send-request.js';
import { outputsFor, type MissingOutput, type Received } from './step-outputs.js';
import type { Values } from '../files/values-file.js';
import type { StepOutput } from '../files/workflow-file.js';

/** The options that the requests of a walk are made from. */
export interface SessionOptions {
  outputs: StepOutput[];
  /** The URL of the server, without a trailing slash. */
  server: string;
  values: Values;
}

/** The request of a step, or the reason why there is none. */
export type Prepared = { request: SampleRequest } | { verdict: Extract<Verdict, { reason: string }> };

/** The state of a walk: the responses that later requests take values from, and the verdicts of successes. */
export class Session {
  readonly #options: SessionOptions;
  readonly #dryRun: boolean;
  readonly #received: Received = new Map();
  readonly #successes = new Map<string, Verdict>();
  /** The values that a message has asked the user for, so that each is asked for once. */
  readonly #askedFor = new Set<string>();

  /** @param dryRun Whether nothing is sent. Values of responses are then placeholders that name their source. */
  constructor(options: SessionOptions, dryRun = false) {
    this.#options = options;
    this.#dryRun = dryRun;
  }

  /**
   * Makes the request of a step.
   *
   * @param operation The operation with changed examples. Default: the operation of the step.
   */
  prepare(step: Step, operation: DocumentedOperation = step.operation.documented): Prepared {
    const { values, outputs, server } = this.#options;
    const skipped = [...values.skip].find(([name]) => isNamed(step, name))?.[1];
    if (skipped !== undefined) return leftOut('skipped', skipped);
    const { trigger } = step;
    if (trigger.by.kind === 'Prefer header') return leftOut('only a mock', onlyMock);
    const { description, documented } = step.operation;
    const parts = { description, operation: documented, trigger, server };
    const found = outputsFor(parts, outputs, { received: this.#received, given: values.replace, dryRun: this.#dryRun });
    if ('missing' in found) return { verdict: this.#withoutOutput(found.missing) };
    const replace = new Map([...values.replace, ...found.replace]);
    const request = realRequest({ ...parts, operation, values: { credentials: values.credentials, replace } });
    if (!request) return leftOut('no means', withoutExample(step));
    const isValid = request.headers.every(([, value]) => isHeaderValue(value));
    return isValid ? { request } : { verdict: { kind: 'not triggered', reason: invalidHeader } };
  }

  /** Keeps the headers and body of a response for later requests, unless it is a 4xx or 5xx. */
  async keep({ operation }: Step, { status, headers, body }: ServerResponse): Promise<void> {
    if (status >= 400) return;
    const unpacked = body && (await unpackBody(body, headers['content-encoding']));
    const bytes = unpacked && 'bytes' in unpacked ? unpacked.bytes : undefined;
    const text = bytes && readBody(bytes, headers['content-type']).text;
    this.#received.set(operation.documented.operationId, { headers, body: text });
  }

  /** Records the verdict of a step, for steps that need its values. */
  note(step: Step, verdict: Verdict): void {
    if (isSuccess(step)) this.#successes.set(step.operation.documented.operationId, verdict);
  }

  /** Whether the success of an operation came as documented. */
  hasSucceeded(operationId: string): boolean {
    return this.#successes.get(operationId)?.kind === 'as documented';
  }

  #withoutOutput({ from, expression, example }: MissingOutput): Extract<Verdict, { reason: string }> {
    const giver = this.#successes.get(from);
    if (giver?.kind === 'left out' && giver.because !== 'not checked') {
      return { ...giver, reason: `it needs ${expression} of ${from}, which was left out.` };
    }
    const wanted = `${from} ${expression}`;
    const isKnown = this.#askedFor.has(wanted);
    this.#askedFor.add(wanted);
    const remedy = `give one in the values file: replace: { ${JSON.stringify(example)}: … }.`;
    const reason = isKnown
      ? `it needs the same value of ${from}.`
      : `${from} gave no value for ${expression}, which it needs: ${remedy}`;
    return { kind: 'not triggered', reason };
  }
}

const onlyMock =
  'no example of the description leads to it, and only a mock can be asked for a status: add a named example that leads to it, or skip it in the values file.';

const invalidHeader =
  'a header would hold a character that none may hold (RFC 9110, section 5.5): look at the values file, and at what the responses hand on.';

function withoutExample({ operation: { description, documented }, trigger: { by } }: Step): string {
  const name = by.kind === 'example' ? by.name : undefined;
  const inputs = inputsWithoutExample(description, documented, name);
  const [verb, what] = inputs.length === 1 ? ['has', 'one'] : ['have', 'them'];
  const named = name === undefined ? '' : ` named ${name}`;
  return `${inputs.join(', ')} ${verb} no example that can be sent: add ${what} to the description${named}.`;
}

function leftOut(because: 'skipped' | 'only a mock' | 'no means', reason: string): Prepared {
  return { verdict: { kind: 'left out', because, reason } };
}
