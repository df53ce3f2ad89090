import type { Violation } from '../message/violation.js';

/** Of what was received nothing is required any more: it is missing. */
export function asMissing(found: Violation): Violation {
  return found.rule === 'required' ? { ...found, message: found.message.replace(/is required\.$/, 'is missing.') } : found;
}
