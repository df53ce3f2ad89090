import type { SampleRequest } from '../requests/sample-request.js';
import type { Values } from './files/values-file.js';
import { stepTitle, verdictLines } from './report.js';
import type { Step } from './walk/plan.js';
import type { Prepared } from './walk/session.js';

/** The request of a step for the terminal. */
export function dryRunLines({ step, ...prepared }: { step: Step } & Prepared): string[] {
  if ('verdict' in prepared) return verdictLines(stepTitle(step), prepared.verdict, 0);
  return [`  ${stepTitle(step)}`, ...requestLines(prepared.request)];
}

function requestLines({ method, url, query, headers, body }: SampleRequest): string[] {
  return [
    `      ${method} ${url}${queryText(query)}`,
    ...headers.map(([name, value]) => `      ${name}: ${value}`),
    ...(body ? body.text.split('\n').map((line) => `      ${line}`) : []),
  ];
}

/** Replaces values by placeholders that name them, so that no real value is printed. */
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
