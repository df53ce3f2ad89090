import { exampleHolder, type DocumentedOperation } from '../../../src/description/operations.js';
import type { Description, MediaType, Parameter, Schema } from '../../../src/description/types.js';
import { withReferee } from '../../contract/schema/referee.js';
import { isReadOnlyProperty } from './random-values.js';

/** Whether a value is valid for the schema of a parameter or a body; `undefined` if the referee cannot decide. */
export type JudgeOf = (holder: MediaType | Parameter, value: unknown) => Promise<boolean | undefined>;

/**
 * Loads the schemas of requests into another implementation of JSON Schema. `readOnly` properties are not required in a request
 * (OpenAPI 3.0.3, Schema Object), so they are removed from `required`.
 */
export async function withRefereeOf(
  description: Description,
  operations: DocumentedOperation[],
  use: (judge: JudgeOf) => Promise<void>,
): Promise<void> {
  const holders = operations.flatMap(({ parameters, requestBody }) => [
    ...parameters,
    ...Object.values(requestBody?.content ?? {}),
  ]);
  const schemas = new Map<MediaType | Parameter, Schema>();
  for (const holder of holders) {
    const { schema } = exampleHolder(holder);
    if (schema !== undefined) schemas.set(holder, schema);
  }
  const names = new Map([...schemas.keys()].map((holder, index) => [holder, `of request ${index}`]));
  const ofRequests = [...schemas].map(([holder, schema]) => [names.get(holder) ?? '', schema] as const);
  const all = { ...description.components?.schemas, ...Object.fromEntries(ofRequests) };
  await withReferee(description.openapi, asSent(description, all) as Record<string, unknown>, async (judge) =>
    use(async (holder, value) => {
      const name = names.get(holder);
      return name === undefined ? undefined : judge(encodeURIComponent(name), value).catch(() => undefined);
    }),
  );
}

function asSent(description: Description, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => asSent(description, one));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asSent(description, one)]));
  const { required, properties } = value as Schema;
  if (!Array.isArray(required)) return copy;
  const described = typeof properties === 'object' ? properties : {};
  return { ...copy, required: required.filter((name) => !isReadOnlyProperty(description, described[name])) };
}
