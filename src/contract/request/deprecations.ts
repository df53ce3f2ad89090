import type { Parameter } from '../../description/types.js';
import type { MockRequest } from '../message/request.js';
import { warning, type Violation } from '../message/violation.js';
import type { MockOperation } from '../operations.js';
import { sentTexts } from './carried-value.js';

/** Warns of what is deprecated in a request: the operation itself, and parameters that the request carries. */
export function deprecations({ documented, path }: MockOperation, request: MockRequest): Violation[] {
  const parameters = documented.parameters.filter(
    (one) => one.deprecated && sentTexts(one.in, one.name, request, path) !== undefined,
  );
  return [
    ...(documented.operation.deprecated ? [warning(['operation'], 'deprecated', 'is deprecated.')] : []),
    ...parameters.map((one) => warning(locationOf(one), 'deprecated', 'is deprecated.')),
  ];
}

function locationOf({ in: place, name }: Parameter): string[] {
  return [place, place === 'header' ? name.toLowerCase() : name];
}
