import { unchecked, violation, type Violation } from '../message/violation.js';
import type { SchemaFinding } from './schemas.js';

/**
 * Says what schemas find as violations of a message.
 *
 * @param place Where the value is: `['body']`, `['query', 'id']`.
 * @param isShown Whether a name may be shown, as one of the description; another one may be a value. Default: each may.
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
