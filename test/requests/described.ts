import { completeDescription } from '../../src/description/complete.js';
import { documentedOperations, type DocumentedOperation } from '../../src/description/operations.js';
import type { Description } from '../../src/description/types.js';

/** A description of one operation, and that operation. Its path is `POST /a` by default. */
export function describing(
  fields: object,
  components: object = {},
  path = '/a',
): { description: Description; operation: DocumentedOperation } {
  const { description } = completeDescription({
    openapi: '3.2.0',
    info: { title: 'Things', version: '1' },
    servers: [{ url: 'https://a.example/base/' }],
    components,
    paths: { [path]: { post: { operationId: 'a', responses: { 204: { description: 'Done' } }, ...fields } } },
  });
  const [operation] = documentedOperations(description);
  if (!operation) throw new Error('The description has no operation.');
  return { description, operation };
}

/** A required body with one media type. */
export const bodyOf = (mediaType: string, media: object): object => ({
  requestBody: { required: true, content: { [mediaType]: media } },
});
