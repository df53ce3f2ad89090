import { randomUUID } from 'node:crypto';
import type { Violation } from '../../../contract/message/violation.js';
import { isProblem } from '../../../contract/response/problem-body.js';
import { isObject } from '../../../description/json-value.js';
import { findingViolations } from '../../../contract/schema/finding-violations.js';
import type { Schemas } from '../../../contract/schema/schemas.js';
import type { MadeOutput, PrismContent, PrismOperation, PrismRequest, ResponseChoice } from './prism-types.js';
import { generate } from './prism.js';
import { withHeldJson } from './held-json.js';
import { brokenBy, repairedValue, type Broken, type Making } from './repaired-value.js';
import { withNames } from './schema/keyword-names.js';
import type { GeneratorSchema } from './schema/well-formed.js';
import { validHeaders } from './valid-headers.js';

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
  const { dynamic = false, seed = dynamic ? randomUUID() : undefined } = choice;
  const making = { operation, request, dynamic, seed, generator };
  const output = generated(operation, request, choice, generator);
  const made = { ...output, headers: { ...output.headers, ...validHeaders(schemas, output.headers, making) } };
  const content = contentOf(operation, made);
  if (!content) return made;
  const isExample = !choice.dynamic && !choice.ignoreExamples && content.examples.length > 0;
  if (!content.schema || isExample) return { ...made, content };
  const value = withNames(made.body);
  const body = repairedBody(schemas, { value, content, schema: content.schema }, making);
  const held = withHeldJson(body, content.schema, (one) => brokenParts(schemas, content, one, true), making);
  return { ...made, content, body: withOwnStatus(schemas, held, made, content) };
}

/** Gives a problem body the status of its response (RFC 9457, section 3.1.2), if its schema has a status and allows this one. */
function withOwnStatus(schemas: Schemas, body: unknown, { statusCode: status }: MadeOutput, content: PrismContent): unknown {
  if (!isProblem(status, content.mediaType) || !isObject(body) || typeof body.status !== 'number') return body;
  const changed = { ...body, status };
  return brokenParts(schemas, content, changed).length > 0 ? body : changed;
}

/** Makes a response with Prism. If its generators do not make the body from its schema, the response has none yet. */
function generated(...[operation, request, choice, generator]: Parameters<typeof generate>): MadeOutput {
  const withoutBody = (): MadeOutput => {
    const [{ contents, ...response }] = operation.responses;
    const any = contents.map((content) => ({ ...content, ...(content.schema && { schema: {} }) }));
    const { __bundled__, ...others } = operation;
    return {
      ...generate({ ...others, responses: [{ ...response, contents: any }] }, request, choice, generator),
      body: undefined,
    };
  };
  // The generator at random takes very long for schemas that contain themselves, and often fails.
  if (choice.dynamic && operation.__bundled__) return withoutBody();
  try {
    return generate(operation, request, choice, generator);
  } catch (error) {
    if (operation.responses[0].contents.some(({ schema }) => schema)) return withoutBody();
    throw error;
  }
}

interface MadeBody {
  value: unknown;
  content: PrismContent;
  schema: GeneratorSchema;
}

function repairedBody(schemas: Schemas, { value, content, schema }: MadeBody, making: Making): unknown {
  let last: Violation[] = [];
  const broken = (one: unknown): Broken[] => {
    const found = brokenParts(schemas, content, one);
    last = findingViolations(found, ['body']);
    return found;
  };
  const body = repairedValue(value, schema, broken, making);
  if (body === undefined) throw new NoValidValue((last[0]?.message ?? '').replace(/\.$/, ''));
  return body;
}

/** Finds the parts of a body that break its schema. @param holdsJson As for `Schemas.check`. */
function brokenParts(
  schemas: Schemas,
  { media: { schema, itemSchema } }: PrismContent,
  body: unknown,
  holdsJson: boolean = false,
): Broken[] {
  const broken = (pointer: string, value: unknown): Broken[] => brokenBy(schemas, pointer, value, holdsJson);
  const ofItems =
    itemSchema !== undefined && Array.isArray(body)
      ? body.flatMap((item, index) => broken(itemSchema, item).map((one) => ({ ...one, path: [String(index), ...one.path] })))
      : [];
  return [...ofItems, ...(schema === undefined ? [] : broken(schema, body))];
}

/** The documented media type of the response. */
function contentOf({ responses: [{ contents }] }: PrismOperation, { headers }: MadeOutput): PrismContent | undefined {
  const mediaType = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return contents.find((content) => content.mediaType === mediaType);
}
