import { unchecked, violation, type Violation } from '../message/violation.js';
import type { SchemaFinding } from './schemas.js';

/**
 * Converts findings of schemas to violations of a message.
 *
 * @param place The place of the value: `['body']`, `['query', 'id']`.
 * @param isShown Whether a message may contain a name: a name that is not in the description may be a value. Default: each name
 *   is allowed.
 */
export function findingViolations(
  findings: SchemaFinding[],
  place: string[],
  isShown: (name: string) => boolean = () => true,
): Violation[] {
  return findings.map((finding) => {
    const inner = finding.path.map((step) => (/^\d+$/.test(step) || isShown(step) ? step : '*'));
    const path = [...place, ...inner];
    return finding.kind === 'not checked' ? unchecked(path, finding.reason) : violation(path, finding.keyword, finding.message);
  });
}
