import type { Violation } from '../../../contract/message/violation.js';
import { findingViolations } from '../../../contract/schema/finding-violations.js';
import type { SchemaFinding, Schemas } from '../../../contract/schema/schemas.js';
import { withNames } from './schema/keyword-names.js';
import type { MadeOutput, PrismContent, PrismOperation, PrismRequest, ResponseChoice } from './prism-types.js';
import { generate } from './prism.js';
import { repair } from './repair-value.js';
import { schemaPart } from './schema/schema-part.js';

/** No value was found that the schema allows. The message says what is wrong with the last value. */
export class NoValidValue extends Error {
  override readonly name = 'NoValidValue';
}

/**
 * Makes a response with Prism, and repairs a body from a schema until it is valid.
 *
 * Without `dynamic`, Prism ignores `pattern` and `multipleOf`, and leaves an empty object where it stops in a recursive schema.
 * So invalid parts are made again with the generator for `dynamic`, which supports more, or removed. An example is not
 * changed, since its author wrote it.
 *
 * @param generator Options of json-schema-faker.
 * @throws NoValidValue when no value for the schema is found; Error when Prism cannot make a response at all.
 */
export function validResponse(
  schemas: Schemas,
  operation: PrismOperation,
  request: PrismRequest,
  asked: ResponseChoice,
  generator: Record<string, unknown>,
): MadeOutput & { content?: PrismContent } {
  // Without a schema, a body can only come from an example.
  const hasSchema = operation.responses[0].contents.some(({ schema }) => schema);
  const choice = hasSchema ? asked : { ...asked, dynamic: false, ignoreExamples: false };
  const made = withHeaders(operation, request, generate(operation, request, choice, generator), choice, generator);
  const content = contentOf(operation, made);
  if (!content) return made;
  const isExample = !choice.dynamic && !choice.ignoreExamples && content.examples.length > 0;
  if (!content.schema || isExample) return { ...made, content };
  const named = { ...made, body: withNames(made.body) };
  const body = repaired(schemas, operation, request, { made: named, content, seed: choice.seed, generator });
  return { ...named, content, body };
}

/** Adds headers that Prism does not make: arrays, objects and booleans. They are made in the same way as bodies. */
function withHeaders(
  operation: PrismOperation,
  request: PrismRequest,
  made: MadeOutput,
  choice: ResponseChoice,
  generator: Record<string, unknown>,
): MadeOutput {
  const missing = operation.responses[0].headers.filter(
    ({ name, schema }) => made.headers[name] === null && schema.type !== undefined,
  );
  if (missing.length === 0) return made;
  const { exampleKey, ...asked } = choice;
  const headers = missing.map(({ name, schema }) => {
    const header = alone(operation, { id: name, mediaType: 'application/json', examples: [], schema });
    return [name, attempt(() => generate(header, request, { ...asked, code: 200 }, generator).body)] as const;
  });
  return { ...made, headers: { ...made.headers, ...Object.fromEntries(headers) } };
}

/** Makes an operation whose only response has a value of the given schema as its body. */
function alone(operation: PrismOperation, content: Omit<PrismContent, 'media'>): PrismOperation {
  const contents = [content as PrismContent];
  return { ...operation, method: 'get', callbacks: [], responses: [{ id: '', code: '200', headers: [], contents }] };
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

interface ToRepair {
  made: MadeOutput;
  content: PrismContent;
  seed: string | undefined;
  generator: Record<string, unknown>;
}

function repaired(
  schemas: Schemas,
  operation: PrismOperation,
  request: PrismRequest,
  { made, content, seed, generator }: ToRepair,
): unknown {
  let last: Violation[] = [];
  const body = repair(made.body, {
    broken: (value) => {
      const found = brokenParts(schemas, content, value);
      last = findingViolations(found, ['body']);
      return found.map(partOf);
    },
    remake: (steps, round) => {
      const schema = schemaPart(operation.__bundled__ ?? {}, content.schema, steps);
      if (!schema) return undefined;
      // The seed depends only on the path and the round, so that the response is the same each time.
      const again = { code: 200, dynamic: true, seed: [seed ?? 'body', ...steps, round].join('/') };
      return attempt(() =>
        withNames(generate(alone(operation, { ...content, examples: [], schema }), request, again, generator).body),
      );
    },
  });
  if (body === undefined) throw new NoValidValue(last[0]?.message.replace(/\.$/, ''));
  return body;
}

/** Finds the parts of a body that break its schema. */
function brokenParts(schemas: Schemas, { media: { schema, itemSchema } }: PrismContent, body: unknown): Broken[] {
  const broken = (pointer: string, value: unknown): Broken[] =>
    schemas.check(pointer, value, 'response').filter((finding) => finding.kind === 'violation');
  const ofItems =
    itemSchema !== undefined && Array.isArray(body)
      ? body.flatMap((item, index) => broken(itemSchema, item).map((one) => ({ ...one, path: [String(index), ...one.path] })))
      : [];
  return [...ofItems, ...(schema === undefined ? [] : broken(schema, body))];
}

type Broken = Extract<SchemaFinding, { kind: 'violation' }>;

/** The path of the part to make again. For a missing property, this is the object without it. */
function partOf({ path, keyword }: Broken): string[] {
  return keyword === 'required' ? path.slice(0, -1) : path;
}

/** The documented media type of the response. */
function contentOf({ responses: [{ contents }] }: PrismOperation, { headers }: MadeOutput): PrismContent | undefined {
  const mediaType = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return contents.find((content) => content.mediaType === mediaType);
}
