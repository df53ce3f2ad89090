import type { JUnitCase } from '../command/files/junit-report.js';
import { responseName } from '../description/response-name.js';
import type { SampleRequest } from '../requests/sample-request.js';
import type { Step } from './plan.js';
import type { Values } from './values-file.js';
import type { Prepared, StepResult } from './walk.js';

/** A step in one line: the response that its request is to get, and what the request does for it. */
function stepTitle({ operation, trigger, name }: Step): string {
  const { response: key } = trigger;
  const response = operation.documented.responses.find(({ status }) => status === key)?.response;
  return `${key}${response ? ` ${responseName(key, response)}` : ''} (${name})`;
}

/** An operation in one line. */
export function operationTitle({ operation }: Step): string {
  const { operationId, method, path } = operation.documented;
  return `${operationId}: ${method} ${path}`;
}

/** Prints lines of steps, with a heading where another operation begins. */
export function groupedPrinter(print: (text: string) => void): (step: Step, lines: string[]) => void {
  let current: string | undefined;
  return (step, lines) => {
    const heading = operationTitle(step);
    if (heading !== current) print(`\n${heading}`);
    current = heading;
    print(lines.join('\n'));
  };
}

/** What became of a step, for a terminal: a line, and one for each reason. No value that was sent or received is in it. */
export function resultLines({ step, verdict, milliseconds }: StepResult): string[] {
  const title = stepTitle(step);
  switch (verdict.kind) {
    case 'not triggered':
      return [`  - ${title} not triggered: ${verdict.reason}`];
    case 'as documented':
      return [`  ✓ ${title} ${milliseconds.toFixed(0)} ms`, ...verdict.warnings.map((warning) => `      warning: ${warning}`)];
    case 'differently':
      return [
        `  ✗ ${title} ${milliseconds.toFixed(0)} ms`,
        ...verdict.reasons.map((reason) => `      ${reason}`),
        ...verdict.warnings.map((warning) => `      warning: ${warning}`),
      ];
  }
}

/** How many responses came as documented, how many did not. */
export function summaryLine(results: StepResult[]): string {
  const count = (kind: StepResult['verdict']['kind']): number => results.filter(({ verdict }) => verdict.kind === kind).length;
  return `${count('as documented')} of ${results.length} as documented, ${count('differently')} differently, ${count('not triggered')} not triggered.`;
}

/** The results as test cases, grouped by operation. */
export function testCases(results: StepResult[]): JUnitCase[] {
  return results.map(({ step, verdict, milliseconds }) => ({
    group: step.operation.documented.operationId,
    name: stepTitle(step),
    milliseconds,
    ...(verdict.kind === 'differently' && { failures: verdict.reasons }),
    ...(verdict.kind === 'not triggered' && { skipped: verdict.reason }),
  }));
}

/** What a step would send, for a terminal. */
export function rehearsalLines({ step, ...prepared }: { step: Step } & Prepared): string[] {
  if ('reason' in prepared) return [`  - ${stepTitle(step)} not triggered: ${prepared.reason}`];
  const { method, url, query, headers, body } = prepared.request;
  return [
    `  ${stepTitle(step)}`,
    `      ${method} ${url}${queryText(query)}`,
    ...headers.map(([name, value]) => `      ${name}: ${value}`),
    ...(body ? body.text.split('\n').map((line) => `      ${line}`) : []),
  ];
}

/** Values that show what they stand for instead of what they are. */
export function shownAs({ replace, credentials, skip }: Values): Values {
  return {
    replace: new Map([...replace.keys()].map((example) => [example, `<value for ${example}>`])),
    credentials: new Map([...credentials.keys()].map((name) => [name, `<${name}>`])),
    skip,
  };
}

function queryText(query: SampleRequest['query']): string {
  return query.map(([name, value], index) => `${index === 0 ? '?' : '&'}${name}=${value}`).join('');
}
