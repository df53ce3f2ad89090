import { setTimeout as wait } from 'node:timers/promises';
import { systemError } from '../../command/system-error.js';
import type { ContractOperation } from '../../contract/operations.js';
import { noResponse } from '../walk/judge.js';
import { isSuccess, isUnsafe, operationsNeededBy, type Step } from '../walk/plan.js';
import { KeptConnection, sendRequest, type ServerResponse } from '../walk/send-request.js';
import { Session } from '../walk/session.js';
import type { WalkOptions } from '../walk/walk.js';
import { judgeProbe } from './judge-probe.js';
import { invalidProbes, methodProbes, successOf, validProbes } from './plan-probes.js';
import type { Probe, ProbeResult } from './probe.js';
import type { RequestJudge } from './request-judge.js';

/** The options of probes, besides those of the walk. */
export interface ProbeOptions extends WalkOptions {
  /** All operations of the description. */
  operations: ContractOperation[];
  judge: RequestJudge;
}

/**
 * Sends further requests to each operation whose success came as documented: invalid requests, valid requests in other forms,
 * other methods, and the success once more on a kept connection.
 *
 * @param session The session of the walk.
 */
export async function* runProbes(options: ProbeOptions, session: Session): AsyncGenerator<ProbeResult> {
  const successes = options.steps.filter(isSuccess);
  const working = firstOfEach(successes).filter(({ operation }) => session.hasSucceeded(operation.documented.operationId));
  for (const step of working) yield* probesOf(step, working, options, session);
  for (const probe of methodProbes(working, options.operations, session)) yield await sent(probe, options.timeoutMs);
  yield* onceMore(working, options.timeoutMs, session);
}

async function* probesOf(step: Step, working: Step[], options: ProbeOptions, session: Session): AsyncGenerator<ProbeResult> {
  const { timeoutMs, judge, values } = options;
  const parts = { step, session, judge, known: new Set(values.credentials.keys()) };
  await refresh(step, working, options, session);
  let pending = await invalidProbes(parts);
  for (let count = pending.length; count > 0; count -= 1) {
    const [probe] = pending.slice(-count);
    if (!probe) break;
    const result = await sent(probe, timeoutMs);
    yield result;
    if (result.verdict.kind !== 'differs') continue;
    // An accepted request may have used up a value that the next ones need.
    await refresh(step, working, options, session);
    pending = await invalidProbes(parts);
  }
  for (const index of validProbes(parts).keys()) {
    if (isUnsafe(step.operation.documented.method)) await refresh(step, working, options, session);
    const probe = validProbes(parts)[index];
    if (probe) yield await sent(probe, timeoutMs);
  }
}

/** Gets new values that a request needs from earlier responses. The previous values may be used up. */
async function refresh(step: Step, working: Step[], { outputs, timeoutMs }: ProbeOptions, session: Session): Promise<void> {
  const needed = operationsNeededBy(new Set([step.operation.documented.operationId]), outputs);
  for (const giver of working.filter(({ operation }) => needed.has(operation.documented.operationId))) {
    const prepared = session.prepare(giver);
    if ('verdict' in prepared) continue;
    const response = await sendRequest(prepared.request, timeoutMs).catch(() => undefined);
    if (response) await session.keep(giver, response);
  }
}

/** After a response, the server may close its connection. The time to notice that, in milliseconds. */
const timeForClosing = 200;

/** Sends each success once more, all on one connection. */
async function* onceMore(working: Step[], timeoutMs: number, session: Session): AsyncGenerator<ProbeResult> {
  const connection = new KeptConnection();
  try {
    // The first request opens the connection. It is sent twice, so that it also runs on a reused connection.
    for (const step of [...working.slice(0, 1), ...working]) {
      const prepared = session.prepare(step);
      if ('verdict' in prepared) continue;
      const { operation } = step;
      const probe: Probe = {
        operation,
        name: 'once more, on a kept connection',
        request: prepared.request,
        expected: successOf(step),
      };
      const keep = (response: ServerResponse): Promise<void> => session.keep(step, response);
      let result = await sent(probe, timeoutMs, connection, keep);
      if (result.isCutOff) {
        // A server may close a connection after a response (RFC 9112, section 9.3). Wait for that before the next request.
        await sent(probe, timeoutMs, connection, keep);
        await wait(timeForClosing);
        result = await sent(probe, timeoutMs, connection, keep);
      }
      yield result;
    }
  } finally {
    connection.close();
  }
}

async function sent(
  probe: Probe,
  timeoutMs: number,
  connection?: KeptConnection,
  keep?: (response: ServerResponse) => Promise<void>,
): Promise<ProbeResult & { isCutOff: boolean }> {
  const started = performance.now();
  const response = await sendRequest(probe.request, timeoutMs, connection).catch((error: unknown) => ({ error }));
  const milliseconds = performance.now() - started;
  if ('error' in response) {
    const { error } = response;
    return { probe, verdict: noResponse(error), milliseconds, isCutOff: /ECONNRESET|EPIPE/.test(`${systemError(error).code}`) };
  }
  await keep?.(response);
  return { probe, verdict: await judgeProbe(probe, response), milliseconds, isCutOff: false };
}

function firstOfEach(steps: Step[]): Step[] {
  const seen = new Set<string>();
  return steps.filter(({ operation: { documented } }) => !seen.has(documented.operationId) && seen.add(documented.operationId));
}
