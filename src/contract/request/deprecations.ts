import type { MeasuredContent } from './validate-request.js';
import { warning, type Violation } from '../message/violation.js';
import type { ContractOperation } from '../operations.js';

/** Warns of what is deprecated in a request: the operation itself, and parameters that the request carries. */
export function deprecations({ documented }: ContractOperation, { parameters }: MeasuredContent): Violation[] {
  const carried = parameters.filter(({ parameter, present }) => parameter.deprecated && present);
  return [
    ...(documented.operation.deprecated ? [warning(['operation'], 'deprecated', 'is deprecated.')] : []),
    ...carried.map(({ path }) => warning(path, 'deprecated', 'is deprecated.')),
  ];
}
