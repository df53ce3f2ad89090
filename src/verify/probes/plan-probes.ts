import { mediaTypeRules } from '../../contract/message/violation.js';
import type { ContractOperation } from '../../contract/operations.js';
import { invalidOperations } from '../../requests/invalid/invalid-operations.js';
import {
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

/** What the probes of an operation are made from. */
export interface ProbeParts {
  /** The step that succeeds. */
  step: Step;
  session: Session;
  /** Says what the description has against a request. */
  judge: RequestJudge;
  /** The names of the security schemes whose credentials the user gave. */
  known: ReadonlySet<string>;
}

/** The requests that are invalid, or odd, and what they may get. What the description does not rule out is left out. */
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
  return distinct([...probes.flat(), ...longTexts(operation, request)], request);
}

async function probeFor(operation: ContractOperation, { name, request }: ChangedRequest, judge: RequestJudge): Promise<Probe[]> {
  const violations = await judge(operation, request);
  const [first] = violations;
  if (name === 'wrong credentials') return [refusal(operation, name, request, 'the credentials are wrong', '401')];
  // A value that is empty is often missing, whatever the description says of its length.
  if (!first) return name.endsWith(' empty') ? [{ operation, name, request, expected: { kind: 'any documented' } }] : [];
  const why = first.message.replace(/\.$/, '');
  if (first.rule === 'security') return [refusal(operation, name, request, why, '401')];
  const isOfMediaType = violations.every(({ rule }) => mediaTypeRules.includes(rule));
  // Without any media type a server may guess (RFC 9110, section 8.3).
  const isNamed = request.headers.some(([header]) => header === 'Content-Type');
  return [refusal(operation, name, request, why, isOfMediaType && isNamed ? '415' : undefined)];
}

/** @param status The status that says what is wrong; it is expected only where it is documented. */
function refusal(operation: ContractOperation, name: string, request: SampleRequest, why: string, status?: string): Probe {
  const isDocumented = status !== undefined && operation.documented.responses.some((one) => one.status === status);
  return { operation, name, request, expected: { kind: 'refusal', why, ...(isDocumented && { status }) } };
}

/** A text that is far longer than anybody sends breaks a server that did not think of it. */
const longText = 'x'.repeat(5000);

function longTexts(operation: ContractOperation, request: SampleRequest): Probe[] {
  const { json } = request.body ?? {};
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return [];
  const members = Object.entries(json).filter(([, value]) => typeof value === 'string');
  return members.map(([member]): Probe => {
    const text = JSON.stringify({ ...json, [member]: longText });
    return {
      operation,
      name: `body.${member} very long`,
      request: { ...request, body: request.body && { ...request.body, text } },
      expected: { kind: 'any documented' },
    };
  });
}

/** Valid requests in another form than that of the examples. */
export function validProbes({ step, session }: ProbeParts): Probe[] {
  const prepared = session.prepare(step);
  if ('verdict' in prepared) return [];
  return sameMediaTypes(prepared.request).map((one): Probe => ({ operation: step.operation, ...one, expected: successOf(step) }));
}

/** The success of a step, once more. */
export function successOf({ operation, trigger }: Step): Probe['expected'] {
  return { kind: 'success', response: trigger.response, mayBeDone: isUnsafe(operation.documented.method) };
}

/** The methods that a path is asked with where it lacks them. */
const commonMethods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'];

/**
 * Each path with the methods that it lacks, and with HEAD and OPTIONS.
 *
 * @param steps The steps that succeed.
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

/** The probes whose requests differ, from each other and from the valid one. */
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
