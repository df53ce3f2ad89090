import type { Violation } from '../../../contract/message/violation.js';
import { findingViolations } from '../../../contract/schema/finding-violations.js';
import type { SchemaFinding, Schemas } from '../../../contract/schema/schemas.js';
import { withNames } from './schema/keyword-names.js';
import type { MadeOutput, PrismContent, PrismOperation, PrismRequest, ResponseChoice } from './prism-types.js';
import { generate } from './prism.js';
import { repair } from './repair-value.js';
import { schemaPart } from './schema/schema-part.js';

/** No value was found that a schema allows; the message is what the last one broke. */
export class NoValidValue extends Error {
  override readonly name = 'NoValidValue';
}

/**
 * Has Prism make a response, and sees to it that what Prism makes from a schema is valid by it.
 *
 * The texts and numbers that Prism makes know no pattern and no multiple, and it leaves an empty object
 * where it stops in a recursive schema. So what breaks the schema is made again in the way of `dynamic`,
 * which knows more, or left out. An example is the author's and stays as it is.
 *
 * @param generator Options of json-schema-faker.
 * @throws NoValidValue when the response cannot be made as its schema has it; Error when it cannot be made at all.
 */
export function validResponse(
  schemas: Schemas,
  operation: PrismOperation,
  request: PrismRequest,
  asked: ResponseChoice,
  generator: Record<string, unknown>,
): MadeOutput & { content?: PrismContent } {
  // Without a schema there is nothing but the examples.
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

/** Prism makes no header that is a list, an object or a truth value: they are made as bodies are. */
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

/** An operation whose response is the value of a schema. */
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
      // A part that has to be the same each time is made from the same seed.
      const again = { code: 200, dynamic: true, seed: [seed ?? 'body', ...steps, round].join('/') };
      return attempt(() =>
        withNames(generate(alone(operation, { ...content, examples: [], schema }), request, again, generator).body),
      );
    },
  });
  if (body === undefined) throw new NoValidValue(last[0]?.message.replace(/\.$/, ''));
  return body;
}

/** What a body breaks of its schema. */
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

/** The part to make anew: of what is missing the object that lacks it. */
function partOf({ path, keyword }: Broken): string[] {
  return keyword === 'required' ? path.slice(0, -1) : path;
}

/** The media type of the response, as the operation documents it. */
function contentOf({ responses: [{ contents }] }: PrismOperation, { headers }: MadeOutput): PrismContent | undefined {
  const mediaType = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return contents.find((content) => content.mediaType === mediaType);
}
