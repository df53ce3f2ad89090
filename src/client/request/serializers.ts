import { bodyKind } from '../../description/media-types.js';
import { formPairs, parameterPairs, type StyledParameter } from '../../description/parameters/write.js';
import type { Encoding } from '../../description/types.js';
import type { Serializers } from '../types/description.js';
import { writeBody } from './write-body.js';

/**
 * Creates what writes the query and the form of an operation in the styles of its description, where openapi-fetch by
 * itself would write them in another. The generated `operations.ts` calls it.
 *
 * @param styles.query The query parameters.
 * @param styles.form The Encoding Objects of the urlencoded form, by field; where the operation takes such a form.
 */
export function createSerializers({ query, form }: { query: StyledParameter[]; form?: Record<string, Encoding> }): Serializers {
  return {
    querySerializer: (values) =>
      Object.entries(values as object)
        .flatMap(([name, value]) =>
          parameterPairs(query.find((one) => one.name === name) ?? { name, in: 'query' }, value, encodeURIComponent),
        )
        .map((pair) => pair.join('='))
        .join('&'),
    ...(form && {
      bodySerializer: (body: unknown, headers: Headers) => {
        const mediaType = headers.get('content-type') ?? 'application/x-www-form-urlencoded';
        const isForm = bodyKind(mediaType) === 'form';
        return isForm && isPlainObject(body) ? new URLSearchParams(formPairs(body, form)) : writeBody(body, mediaType);
      },
    }),
  };
}

function isPlainObject(body: unknown): body is object {
  return Object.getPrototypeOf(Object(body)) === Object.prototype;
}
