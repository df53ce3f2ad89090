import { Schemas, type Direction, type SchemaFinding } from '../../../src/contract/schema/schemas.js';
import type { TimeLimits } from '../../../src/contract/schema/patterns/time-limit.js';
import type { Description } from '../../../src/description/types.js';

/** The pointer to the schema of `schemasOf`. */
export const pointer = '/components/schemas/Tested';

/** A description with one schema, and others that it may refer to. */
export function schemasOf(
  schema: unknown,
  {
    openapi = '3.1.1',
    others = {},
    limits = {},
  }: { openapi?: string; others?: Record<string, unknown>; limits?: TimeLimits } = {},
): Schemas {
  const components = { schemas: { ...others, Tested: schema } };
  return new Schemas({ openapi, info: { title: '', version: '' }, components } as Description, limits);
}

/** A line for each finding: the place, the keyword and the message, or the reason why it was not checked. */
export function lines(findings: SchemaFinding[]): string[] {
  return findings.map((one) =>
    one.kind === 'violation'
      ? `${one.path.join('.')} ${one.keyword}: ${one.message}`
      : `${one.path.join('.')} not checked: ${one.reason}`,
  );
}

/** The findings for a value, as lines. */
export function found(schema: unknown, value: unknown, openapi: string = '3.1.1', direction: Direction = 'request'): string[] {
  return lines(schemasOf(schema, { openapi }).check(pointer, value, direction));
}
