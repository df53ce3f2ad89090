import type { SampleRequest } from '../../requests/sample-request.js';
import { judge, noResponse, type Verdict } from './judge.js';
import type { Step } from './plan.js';
import { sendRequest, type ServerResponse } from './send-request.js';
import { Session, type Prepared, type SessionOptions } from './session.js';
import { systemError } from '../../command/system-error.js';

/** The options of a walk. */
export interface WalkOptions extends SessionOptions {
  steps: Step[];
  /** The time limit of each response, in milliseconds. */
  timeoutMs: number;
  /** Whether requests that may change something are sent. */
  mayChange: boolean;
}

/** A step and its verdict. */
export interface StepResult {
  step: Step;
  verdict: Verdict;
  /** From the request to the end of the response; 0 if no request was sent. */
  milliseconds: number;
}

/**
 * Sends the requests of a walk one after the other and yields their results. It never throws because of a server's behavior.
 *
 * @param session Pass a session to use it after the walk. Default: a new one.
 */
export async function* walk(options: WalkOptions, session: Session = new Session(options)): AsyncGenerator<StepResult> {
  const { steps, mayChange, timeoutMs } = options;
  let isUnreachable = false;
  for (const step of steps) {
    const prepared = session.prepare(step);
    const ready = isUnreachable ? { verdict: unreachable } : confirmed(step, prepared, mayChange);
    let verdict: Verdict;
    const started = performance.now();
    if ('verdict' in ready) ({ verdict } = ready);
    else {
      const { request } = ready;
      const response = await sendRequest(request, timeoutMs).catch((error: unknown) => ({ error }));
      if ('error' in response) {
        isUnreachable = cannotBeReached(response.error);
        verdict = noResponse(response.error);
      } else {
        await session.keep(step, response);
        verdict = await judge(step, response);
        if (verdict.kind === 'differs' && (await isWithoutBody(request, response, step, timeoutMs))) {
          verdict.reasons.push(lostBody);
        }
      }
    }
    session.note(step, verdict);
    yield { step, verdict, milliseconds: 'verdict' in ready ? 0 : performance.now() - started };
  }
}

/** Yields the request of each step without sending it. */
export function* dryRun(options: SessionOptions & { steps: Step[] }): Generator<{ step: Step } & Prepared> {
  const session = new Session(options, true);
  for (const step of options.steps) yield { step, ...session.prepare(step) };
}

const unreachable: Verdict = { kind: 'not triggered', reason: 'the server cannot be reached.' };

function confirmed(step: Step, prepared: Prepared, mayChange: boolean): Prepared {
  if ('verdict' in prepared || !step.changes || mayChange) return prepared;
  const reason = 'it may change something and was not confirmed (--yes).';
  return { verdict: { kind: 'left out', because: 'not confirmed', reason } };
}

/** Whether later requests would fail the same way. */
function cannotBeReached(error: unknown): boolean {
  return /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(String(systemError(error).code));
}

/** Whether a wrong response to a GET with a body has the same status code as the response to the request without the body. */
async function isWithoutBody(
  request: SampleRequest,
  { status }: ServerResponse,
  { trigger }: Step,
  timeoutMs: number,
): Promise<boolean> {
  if (!request.body || !['GET', 'HEAD'].includes(request.method) || status === trigger.status) return false;
  const headers = request.headers.filter(([name]) => name !== 'Content-Type');
  const other = await sendRequest({ ...request, headers, body: undefined }, timeoutMs).catch(() => undefined);
  return other?.status === status;
}

const lostBody =
  'The request without its body gets the same: something between may have dropped the body of the GET (RFC 9110, section 9.3.1).';
