import { mediaTypeRules } from '../../contract/message/violation.js';
import type { ContractOperation } from '../../contract/operations.js';
import { invalidOperations } from '../../requests/invalid/invalid-operations.js';
import {
  longTexts,
  malformedBodies,
  otherCredentials,
  otherMediaTypes,
  sameMediaTypes,
  withMethod,
  type ChangedRequest,
} from '../../requests/invalid/changed-requests.js';
import type { SampleRequest } from '../../requests/sample-request.js';
import { isUnsafe, type Step } from '../walk/plan.js';
import type { Session } from '../walk/session.js';
import type { Probe } from './probe.js';
import type { RequestJudge } from './request-judge.js';

/** The parts to make the probes of an operation from. */
export interface ProbeParts {
  /** The step that succeeds. */
  step: Step;
  session: Session;
  /** Lists the violations of a request. */
  judge: RequestJudge;
  /** The names of the security schemes for which the user has given credentials. */
  known: ReadonlySet<string>;
}

/**
 * The invalid and unusual requests of an operation, with the responses that are acceptable. Changed requests that turn out
 * valid are left out, except for empty values.
 */
export async function invalidProbes({ step, session, judge, known }: ProbeParts): Promise<Probe[]> {
  const { operation, trigger } = step;
  const { description, documented } = operation;
  const success = session.prepare(step);
  if ('verdict' in success) return [];
  const { request } = success;
  const name = trigger.by.kind === 'example' ? trigger.by.name : undefined;
  const spoiled = [...invalidOperations(description, documented, name)].flatMap((one): ChangedRequest[] => {
    const prepared = session.prepare(step, one.operation);
    return 'request' in prepared ? [{ name: one.name, request: prepared.request }] : [];
  });
  const changed = [
    ...spoiled,
    ...malformedBodies(request),
    ...otherMediaTypes(documented, request),
    ...otherCredentials(description, documented, request, known),
  ];
  const probes = await Promise.all(changed.map((one) => probeFor(operation, one, judge)));
  const long = longTexts(request).map((one): Probe => ({ operation, ...one, expected: { kind: 'any documented' } }));
  return distinct([...probes.flat(), ...long], request);
}

async function probeFor(operation: ContractOperation, { name, request }: ChangedRequest, judge: RequestJudge): Promise<Probe[]> {
  const violations = await judge(operation, request);
  const [first] = violations;
  if (name === 'wrong credentials') return [refusal(operation, name, request, 'the credentials are wrong', '401')];
  // Servers often treat an empty value as missing, even if the description allows it. So any documented response is accepted.
  if (!first) return name.endsWith(' empty') ? [{ operation, name, request, expected: { kind: 'any documented' } }] : [];
  const why = first.message.replace(/\.$/, '');
  if (first.rule === 'security') return [refusal(operation, name, request, why, '401')];
  const isOfMediaType = violations.every(({ rule }) => mediaTypeRules.includes(rule));
  // Without a media type, a server may guess it (RFC 9110, section 8.3).
  const isNamed = request.headers.some(([header]) => header === 'Content-Type');
  return [refusal(operation, name, request, why, isOfMediaType && isNamed ? '415' : undefined)];
}

/** @param status The status code for this error. It is expected only if it is documented. */
function refusal(operation: ContractOperation, name: string, request: SampleRequest, why: string, status?: string): Probe {
  const isDocumented = status !== undefined && operation.documented.responses.some((one) => one.status === status);
  return { operation, name, request, expected: { kind: 'refusal', why, ...(isDocumented && { status }) } };
}

/** Valid requests in another form than the examples. */
export function validProbes({ step, session }: ProbeParts): Probe[] {
  const prepared = session.prepare(step);
  if ('verdict' in prepared) return [];
  return sameMediaTypes(prepared.request).map((one): Probe => ({ operation: step.operation, ...one, expected: successOf(step) }));
}

/** Expects the success of a step again. */
export function successOf({ operation, trigger }: Step): Probe['expected'] {
  return { kind: 'success', response: trigger.response, mayBeDone: isUnsafe(operation.documented.method) };
}

/** Methods to try on each path that lacks them. */
const commonMethods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'];

/**
 * Probes of each path with the methods that it lacks, including HEAD and OPTIONS.
 *
 * @param steps Steps that succeed.
 * @param all All operations of the description.
 */
export function methodProbes(steps: Step[], all: ContractOperation[], session: Session): Probe[] {
  const seen = new Set<string>();
  return steps.flatMap((step): Probe[] => {
    const { path } = step.operation.documented;
    const prepared = session.prepare(step);
    if (seen.has(path) || 'verdict' in prepared) return [];
    seen.add(path);
    const methods = all.filter(({ documented }) => documented.path === path).map(({ documented }) => documented.method);
    const { operation } = step;
    const probe = (method: string, expected: Probe['expected']): Probe => ({
      operation,
      name: `${method} of the path`,
      request: withMethod(prepared.request, method),
      expected,
    });
    return [
      ...commonMethods
        .filter((method) => !methods.includes(method))
        .map((method) => probe(method, { kind: 'no such method', methods })),
      ...['HEAD', 'OPTIONS']
        .filter((method) => !methods.includes(method))
        .map((method) => probe(method, { kind: 'no server error' })),
    ];
  });
}

/** Removes probes whose request equals another one or the valid one. */
function distinct(probes: Probe[], valid: SampleRequest): Probe[] {
  const seen = new Set([keyOf(valid)]);
  return probes.filter(({ request }) => {
    const key = keyOf(request);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function keyOf({ url, query, headers, body }: SampleRequest): string {
  return JSON.stringify([url, query, [...headers].sort(), body?.text]);
}
