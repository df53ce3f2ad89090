import type { JUnitCase } from '../command/files/junit-report.js';
import { responseName } from '../description/response-name.js';
import type { DocumentedOperation } from '../description/operations.js';
import type { LeftOut, Verdict } from './walk/judge.js';
import type { Step } from './walk/plan.js';
import type { ProbeResult } from './probes/probe.js';
import type { StepResult } from './walk/walk.js';

/** The title of a step: the expected response and the name of the trigger. */
export function stepTitle({ operation, trigger, name }: Step): string {
  const { response: key } = trigger;
  const response = operation.documented.responses.find(({ status }) => status === key)?.response;
  const title = response ? responseName(key, response) : key;
  return `${key}${title === key ? '' : ` ${title}`} (${name})`;
}

/** The title of an operation. */
export function operationTitle({ operationId, method, path }: DocumentedOperation): string {
  return `${operationId}: ${method} ${path}`;
}

/** Creates a printer of lines that prints a heading when the operation changes. */
export function groupedPrinter(print: (text: string) => void): (operation: DocumentedOperation, lines: string[]) => void {
  let current: string | undefined;
  return (operation, lines) => {
    const heading = operationTitle(operation);
    if (heading !== current) print(`\n${heading}`);
    current = heading;
    print(lines.join('\n'));
  };
}

/** The result of a step for the terminal: a line, and one for each reason. It contains no value that was sent or received. */
export function resultLines({ step, verdict, milliseconds }: StepResult): string[] {
  return verdictLines(stepTitle(step), verdict, milliseconds);
}

/** The result of a probe for the terminal, in the form of `resultLines`. */
export function probeLines({ probe, verdict, milliseconds }: ProbeResult): string[] {
  return verdictLines(probe.name, verdict, milliseconds);
}

export function verdictLines(title: string, verdict: Verdict, milliseconds: number): string[] {
  switch (verdict.kind) {
    case 'not triggered':
      return [`  ✗ ${title} not triggered: ${verdict.reason}`];
    case 'left out':
      return [`  - ${title} ${verdict.because === 'not checked' ? 'not checked' : 'left out'}: ${verdict.reason}`];
    case 'as documented':
      return [`  ✓ ${title} ${milliseconds.toFixed(0)} ms`, ...verdict.warnings.map((warning) => `      warning: ${warning}`)];
    case 'differs':
      return [
        `  ✗ ${title} ${milliseconds.toFixed(0)} ms`,
        ...verdict.reasons.map((reason) => `      ${reason}`),
        ...verdict.warnings.map((warning) => `      warning: ${warning}`),
      ];
  }
}

/** Counts the responses that came as documented, that differ, and that were left out, with the reasons. */
export function summaryLines(results: StepResult[], probes: ProbeResult[]): string[] {
  const count = (kind: Verdict['kind']): number => results.filter(({ verdict }) => verdict.kind === kind).length;
  const because = results.flatMap(({ verdict }) => (verdict.kind === 'left out' ? [verdict.because] : []));
  const reasons = [...new Set(because)].map((one) => `  ${because.filter((other) => other === one).length} ${leftOutWords[one]}`);
  return [
    `${count('as documented')} of ${results.length} as documented, ${count('differs')} different, ${count('not triggered')} not triggered by the server, ${because.length} left out${reasons.length > 0 ? ':' : '.'}`,
    ...reasons,
    ...(asksNothing(results.map(({ verdict }) => verdict)) ? ['Nothing was asked of the server: that is no success.'] : []),
    ...(probes.length > 0 ? [probeSummary(probes)] : []),
  ];
}

const leftOutWords: Record<LeftOut, string> = {
  skipped: 'skipped by the values file.',
  'not confirmed': 'not confirmed.',
  'only a mock': 'that only a mock can be asked for; --require-all fails on them.',
  'no means': 'that the description gives no request for; --require-all fails on them.',
  'not checked': 'that came and could not be checked; --require-all fails on them.',
};

function probeSummary(probes: ProbeResult[]): string {
  const different = probes.filter(({ verdict }) => verdict.kind === 'differs').length;
  return `Of ${probes.length} further requests ${probes.length - different} got a response that they may get, ${different} did not.`;
}

/** Whether the description gives no request for any response that is not skipped. */
function asksNothing(verdicts: Verdict[]): boolean {
  const counted = verdicts.filter((verdict) => verdict.kind !== 'left out' || verdict.because !== 'skipped');
  return (
    counted.length > 0 &&
    counted.every((verdict) => verdict.kind === 'left out' && ['only a mock', 'no means'].includes(verdict.because))
  );
}

/**
 * Whether the server keeps the contract: no response differs, and each response could be triggered.
 *
 * @param requiresAll Whether a response that was left out counts as a failure, too, unless the values file skips it.
 */
export function isKept(results: StepResult[], probes: ProbeResult[], requiresAll: boolean): boolean {
  if (asksNothing(results.map(({ verdict }) => verdict))) return false;
  return [...results, ...probes].every(({ verdict }) => {
    if (verdict.kind === 'left out') return !requiresAll || verdict.because === 'skipped';
    return verdict.kind === 'as documented';
  });
}

/** The results as test cases, grouped by operation. */
export function testCases(results: StepResult[], probes: ProbeResult[]): JUnitCase[] {
  return [
    ...results.map(({ step, verdict, milliseconds }) =>
      testCase(step.operation.documented.operationId, stepTitle(step), verdict, milliseconds),
    ),
    ...probes.map(({ probe, verdict, milliseconds }) =>
      testCase(probe.operation.documented.operationId, probe.name, verdict, milliseconds),
    ),
  ];
}

function testCase(group: string, name: string, verdict: Verdict, milliseconds: number): JUnitCase {
  return {
    group,
    name,
    milliseconds,
    ...(verdict.kind === 'differs' && { failures: verdict.reasons }),
    ...(verdict.kind === 'not triggered' && { failures: [`not triggered: ${verdict.reason}`] }),
    ...(verdict.kind === 'left out' && { skipped: verdict.reason }),
  };
}
