import { unescapeToken } from '../../description/resolve.js';
import type { Description, Schema } from '../../description/types.js';
import {
  diagnoseResponse,
  respond,
  type IHttpOperationConfig,
  type IHttpRequest,
  type IHttpResponse,
  type PrismOperation,
} from './prism.js';
import { repair } from './repair-value.js';
import { schemaAt } from './schema-at.js';
import { responseKey } from '../../description/statuses.js';

/**
 * Has Prism make a response, and sees to it that what Prism makes from a schema is valid by it.
 *
 * The texts and numbers that Prism makes know no pattern and no multiple, and it leaves an empty object
 * where it stops in a recursive schema. So what breaks the schema is made again in the way of `dynamic`,
 * which knows more, or left out. An example is the author's and stays as it is; so does
 * a response that cannot be mended, since a part of it may still be of use.
 *
 * @throws Error of Prism's, when it cannot make the response.
 */
export async function validResponse(
  operation: PrismOperation,
  request: IHttpRequest,
  wish: Partial<IHttpOperationConfig>,
): Promise<IHttpResponse> {
  const made = await respond(operation, request, wish);
  const content = contentOf(operation, made);
  const isExample = !wish.dynamic && Boolean(content?.examples?.length);
  if (!content?.schema || isExample) return made;

  try {
    const body = await mended(operation, request, { made, content, seed: wish.seed });
    return body === undefined ? made : { ...made, body };
  } catch {
    // A schema that Prism cannot read to the end still gets what Prism made of it.
    return made;
  }
}

type Content = NonNullable<PrismOperation['responses'][number]['contents']>[number];

interface ToMend {
  made: IHttpResponse;
  content: Content;
  seed: IHttpOperationConfig['seed'];
}

function mended(operation: PrismOperation, request: IHttpRequest, { made, content, seed }: ToMend): Promise<unknown> {
  // Prism fails over a header that it made no value for.
  const headers = { 'content-type': content.mediaType };
  return repair(made.body, {
    broken: async (body) => {
      const diagnostics = await diagnoseResponse(operation, { ...made, headers, body });
      return diagnostics.flatMap(({ path = [] }) => (path[0] === 'body' ? [path.slice(1).map(unescapeToken)] : []));
    },
    remake: async (steps) => {
      const schema = schemaAt(operation as unknown as Description, content.schema as Schema, steps);
      if (!schema) return undefined;
      const contents = [{ ...content, schema: schema as NonNullable<Content['schema']> }];
      const alone = { ...operation, responses: [{ id: '', code: '200', contents }] };
      // A part that has to be the same each time is made from the same seed.
      const { body } = await respond(alone, request, { dynamic: true, seed: seed ?? ['body', ...steps].join('/') });
      return body;
    },
  });
}

/** The media type of the response, as the operation describes it: by the status itself before its range before the default. */
function contentOf({ responses }: PrismOperation, { statusCode, headers = {} }: IHttpResponse): Content | undefined {
  const key = responseKey(
    responses.map(({ code }) => code),
    statusCode,
  );
  const response = responses.find(({ code }) => code === key);
  const mediaType = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return response?.contents?.find((content) => content.mediaType === mediaType);
}
