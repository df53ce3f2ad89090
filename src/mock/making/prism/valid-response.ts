import { unescapeToken } from '../../../description/resolve.js';
import { responseKey } from '../../../description/statuses.js';
import type { Description, Schema } from '../../../description/types.js';
import {
  diagnoseResponse,
  generate,
  type IHttpRequest,
  type IHttpResponse,
  type PrismOperation,
  type ResponseChoice,
} from './prism.js';
import { repair } from './repair-value.js';
import { schemaAt } from './schema-at.js';

/**
 * Has Prism make a response, and sees to it that what Prism makes from a schema is valid by it.
 *
 * The texts and numbers that Prism makes know no pattern and no multiple, and it leaves an empty object
 * where it stops in a recursive schema. So what breaks the schema is made again in the way of `dynamic`,
 * which knows more, or left out. An example is the author's and stays as it is; so does
 * a response that cannot be repaired, since a part of it may still be of use.
 *
 * @param generator Options of json-schema-faker.
 * @throws Error of Prism's, when it cannot make the response.
 */
export function validResponse(
  operation: PrismOperation,
  request: IHttpRequest,
  choice: ResponseChoice,
  generator: Record<string, unknown>,
): IHttpResponse {
  const made = generate(operation, request, choice, generator);
  const content = contentOf(operation, made);
  const isExample = !choice.dynamic && !choice.ignoreExamples && Boolean(content?.examples?.length);
  if (!content?.schema || isExample) return made;

  try {
    const body = repaired(operation, request, { made, content, seed: choice.seed, generator });
    return body === undefined ? made : { ...made, body };
  } catch {
    // A schema that Prism cannot read to the end still gets what Prism made of it.
    return made;
  }
}

type Content = NonNullable<PrismOperation['responses'][number]['contents']>[number];

interface ToRepair {
  made: IHttpResponse;
  content: Content;
  seed: string | undefined;
  generator: Record<string, unknown>;
}

function repaired(operation: PrismOperation, request: IHttpRequest, { made, content, seed, generator }: ToRepair): unknown {
  // Prism fails over a header that it made no value for.
  const headers = { 'content-type': content.mediaType };
  return repair(made.body, {
    broken: (body) =>
      diagnoseResponse(operation, { ...made, headers, body }).flatMap(({ path = [] }) =>
        path[0] === 'body' ? [path.slice(1).map(unescapeToken)] : [],
      ),
    remake: (steps) => {
      const schema = schemaAt(operation as unknown as Description, content.schema as Schema, steps);
      if (!schema) return undefined;
      const contents = [{ ...content, schema: schema as NonNullable<Content['schema']> }];
      const alone = { ...operation, responses: [{ id: '', code: '200', contents }] };
      // A part that has to be the same each time is made from the same seed.
      return generate(alone, request, { dynamic: true, seed: seed ?? ['body', ...steps].join('/') }, generator).body;
    },
  });
}

/** The media type of the response, as the operation documents it. */
function contentOf({ responses }: PrismOperation, { statusCode, headers = {} }: IHttpResponse): Content | undefined {
  const key = responseKey(
    responses.map(({ code }) => code),
    statusCode,
  );
  const response = responses.find(({ code }) => code === key);
  const mediaType = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return response?.contents?.find((content) => content.mediaType === mediaType);
}
