import { formPairs, parameterPairs, type StyledParameter } from '../description/parameter-style.js';
import type { Encoding } from '../description/types.js';
import { writeBody } from './body.js';
import type { Styles } from './types/description.js';

/**
 * Writes the query and the form of an operation in the styles that its description asks for, where openapi-fetch by
 * itself would write them otherwise.
 *
 * @param query The parameters of the query.
 * @param form The Encoding Objects of its form, by field; where it has a form.
 */
export function styled(query: StyledParameter[], form?: Record<string, Encoding>): Styles {
  return {
    querySerializer: (values) =>
      Object.entries(values as object)
        .flatMap(([name, value]) =>
          parameterPairs(query.find((one) => one.name === name) ?? { name, in: 'query' }, value, encodeURIComponent),
        )
        .map((pair) => pair.join('='))
        .join('&'),
    ...(form && {
      bodySerializer: (body: unknown, headers: Headers) =>
        /urlencoded/i.test(headers.get('content-type') ?? '') && Object.getPrototypeOf(body) === Object.prototype
          ? new URLSearchParams(formPairs(body as object, form)).toString()
          : writeBody(body, headers),
    }),
  };
}
