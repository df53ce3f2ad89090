import { bodyKind, documentedMediaType } from '../../description/media-types.js';
import { jsonValues } from './json-values.js';
import { formPairs, parameterPairs, type StyledParameter } from '../../description/parameters/write.js';
import type { Encoding } from '../../description/types.js';
import type { Serializers } from '../types/description.js';
import { chooseContentType } from './content-type.js';
import { multipartBody } from './multipart.js';
import { expandPath } from './path.js';

/** The parts of a description that say how to write a request, where they differ from the defaults of the client. */
export interface RequestStyles {
  /** The parameters, if at least one of them has a style of its own. */
  parameters?: readonly StyledParameter[];
  /** The media types of the request body, each with the Encoding Objects of its fields. */
  bodies?: Readonly<Record<string, Record<string, Encoding>>>;
}

type Values = Record<string, unknown>;

/**
 * Creates the functions that write the parameters and the body of an operation in the documented styles. In the generated
 * files, only operations that need it call it, so that other bundles do not contain it.
 */
export function createSerializers({ parameters = [], bodies = {} }: RequestStyles): Serializers {
  const pairsOf = (place: StyledParameter['in'], values: Values, encode?: typeof encodeURIComponent): Array<[string, string]> =>
    Object.entries(values).flatMap(([name, value]) =>
      parameterPairs(styleOf(parameters, place, name), jsonValues(value), encode),
    );
  const contentTypes = Object.keys(bodies);
  return {
    query: (values) => joined(pairsOf('query', values, encodeURIComponent)).join('&'),
    path: (template, given) =>
      expandPath(template, jsonValues(given), (path, values) =>
        path.replaceAll(/\{([^{}]+)\}/g, (_, name: string) =>
          pairsOf('path', { [name]: values[name] }, encodeURIComponent)
            .map(([, text]) => text)
            .join(),
        ),
      ),
    header: (values) => Object.fromEntries(pairsOf('header', values)),
    cookie: (values) => joined(pairsOf('cookie', values, encodeURIComponent)),
    ...(contentTypes.length > 0 && {
      contentType: (body, asked) => chooseContentType(contentTypes, body, asked),
      body: (body, contentType) => {
        const encoding = bodies[documentedMediaType(contentTypes, contentType) ?? ''];
        const kind = bodyKind(contentType);
        if (kind !== 'multipart' && kind !== 'form') return undefined;
        if (!isPlainObject(body)) {
          const wanted = kind === 'form' ? 'a URLSearchParams or a string' : 'a FormData';
          throw new TypeError(`A body of type ${contentType} must be an object, ${wanted}: pass it as one.`);
        }
        const fields = jsonValues(body);
        return kind === 'form' ? joined(formPairs(fields, encoding, encodeField)).join('&') : multipartBody(fields, encoding);
      },
    }),
  };
}

function styleOf(parameters: readonly StyledParameter[], place: StyledParameter['in'], name: string): StyledParameter {
  return parameters.find((one) => one.name === name && placeOf(one) === place) ?? { name, in: place };
}

/** The caller passes a parameter that is the whole query (`in: querystring`, OpenAPI 3.2) in `params.query`. */
function placeOf({ in: place }: StyledParameter): StyledParameter['in'] {
  return place === 'querystring' ? 'query' : place;
}

function joined(pairs: Array<[string, string]>): string[] {
  return pairs.map(([name, text]) => (name ? `${name}=${text}` : text));
}

/** Encodes a text for a form (URL Standard, "urlencoded serializing"). */
function encodeField(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+');
}

/**
 * Does not look at the prototype, so that objects from another realm and without a prototype count. The values that `fetch`
 * takes itself were handled before.
 */
function isPlainObject(body: unknown): body is object {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
