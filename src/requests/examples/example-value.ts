import { holdsJson } from '../../description/media-types.js';
import { exampleHolder, namedExamples, type DocumentedOperation } from '../../description/operations.js';
import { onceFor } from '../../description/once-for.js';
import { resolve } from '../../description/references/resolve.js';
import { schemaParts } from '../../description/schemas/schema-parts.js';
import { writeJson } from '../../description/write-json.js';
import type { Description, Example, MediaType, Parameter } from '../../description/types.js';
import { problemFinder } from './find-problem.js';
import { madeValue, type MadeValue } from './made-value.js';

/** An input of an operation: a parameter, or a media type of its body. */
export interface Input {
  operation: DocumentedOperation;
  holder: MediaType | Parameter;
  required: boolean;
}

/**
 * The example value of an input. Code samples, the docs, the check of a server and its invalid requests all take it from here.
 *
 * In this order: the named example, the `example` of the input, the first example of its schema, its `default`, and what
 * `madeValue` makes of its schema. An optional input is left out if it has none of these but `const` and `enum`.
 *
 * @param scenario The name of the example. An input that only has examples with other names is left out, unless it is required;
 *   then it gets its first one.
 * @returns `undefined` if the input is left out, or if the description has no value for it.
 */
export function exampleValue(description: Description, input: Input, scenario: string | undefined): unknown {
  const { holder, required } = input;
  const examples = namedExamples(description, holder);
  if (examples.size > 0 && !examples.has(scenario ?? '') && !required) return undefined;
  const named: Example | undefined = examples.get(scenario ?? '') ?? [...examples.values()][0];
  const media = resolve<MediaType>(description, exampleHolder(holder));
  const [schema, ...inner] = schemaParts(description, media.schema);
  const ofTarget = schema?.$ref === undefined ? undefined : inner[0];
  const own = [schema, ofTarget].filter((one) => one !== undefined);
  // What the author gives for this input is not judged.
  const values = [
    ...[named?.value, media.example],
    ...own.flatMap(({ example, examples: all }) => [example, all?.[0]]),
    ...own.map((one) => ('const' in one ? undefined : one.default)),
  ];
  // Null is a value of JSON, and none of a parameter.
  const value = values.find((one) => one !== undefined && !(one === null && 'in' in holder));
  if (value !== undefined) return value;
  const made = madeOf(description, input);
  return 'value' in made ? made.value : undefined;
}

/**
 * The paths of the properties that keep a required input from having an example value. The path of the input itself is empty.
 */
export function missingProperties(description: Description, input: Input): string[][] {
  const made = madeOf(description, input);
  return 'missing' in made ? made.missing : [[]];
}

const madeBefore = onceFor<Description, WeakMap<object, MadeValue & { required: boolean }>>(() => new WeakMap());

function madeOf(description: Description, input: Input): MadeValue {
  const known = madeBefore(description);
  // A holder may be required in one request and optional in another.
  let made = known.get(input.holder);
  if (made?.required !== input.required) {
    made = { ...makeValue(description, input), required: input.required };
    known.set(input.holder, made);
  }
  return made;
}

function makeValue(description: Description, { operation, holder, required }: Input): MadeValue {
  const { schema } = resolve<MediaType>(description, exampleHolder(holder));
  if (schema === undefined) return { missing: [[]] };
  const made = madeValue(description, schema, problemFinder(description, operation, holder), required);
  const own = schemaParts(description, schema)[0];
  const contentSchema = holdsJson(own) ? own?.contentSchema : undefined;
  if ('value' in made || contentSchema === undefined) return made;
  const held = madeValue(description, contentSchema, problemFinder(description, operation, holder, 'contentSchema'), required);
  return 'value' in held ? { ...held, value: writeJson(held.value) } : held;
}
