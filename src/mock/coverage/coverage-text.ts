import { junitReport } from '../../command/files/junit-report.js';
import { printable } from '../../contract/message/printable.js';
import type { CoverageReport, DocumentedCoverage } from './coverage.js';

/** Writes a report for the terminal: how often each documented response was seen, and the responses that are not documented. */
export function coverageTable({ documented, undocumented, notListed }: CoverageReport): string {
  const width = Math.max(...documented.map(({ operationId }) => operationId.length), 0);
  const rows = documented.flatMap((one) => [
    `  ${one.operationId.padEnd(width)}  ${one.response.padEnd(7)}  ${counts(one)}`,
    ...one.reasons.map((reason) => `      ${printable(reason)}`),
  ]);
  const others = undocumented.map(
    ({ operationId, method, path, status, seen }) => `  ${printable(operationId ?? `${method} ${path}`)}  ${status}  ${seen} ×`,
  );
  const seen = documented.filter((one) => one.seen > 0).length;
  const different = documented.filter(({ differed }) => differed > 0).length;
  return [
    `Contract coverage: ${seen} of ${documented.length} documented responses seen, ${different} different, ${documented.length - seen} never seen.`,
    ...rows,
    ...(others.length > 0 ? ['Not documented:', ...others] : []),
    ...(notListed > 0 ? [`  and ${notListed} more that lead to no operation`] : []),
  ].join('\n');
}

function counts({ seen, differed }: DocumentedCoverage): string {
  if (seen === 0) return 'never seen';
  return differed === 0 ? `${seen} ×` : `${seen} ×, ${differed} differed from the description:`;
}

/**
 * Writes a report as JUnit XML. Each documented response is a test case, which fails when the response was never seen or
 * differed from the description. Each response that is not documented is a failed test case.
 */
export function coverageJUnit(title: string, { documented, undocumented, notListed }: CoverageReport): string {
  return junitReport(`Contract coverage of ${title}`, [
    ...documented.map(({ operationId, response, seen, reasons }) => ({
      group: operationId,
      name: response,
      failures: seen === 0 ? [`The documented response ${response} of ${operationId} was never seen.`] : reasons,
    })),
    ...undocumented.map(({ operationId, method, path, status }) => ({
      group: operationId ?? 'no operation',
      name: `${status} ${method} ${path}`,
      failures: [`The status ${status} of ${method} ${path} is not documented.`],
    })),
    ...(notListed > 0
      ? [{ group: 'no operation', name: 'others', failures: [`${notListed} more responses lead to no operation.`] }]
      : []),
  ]);
}
