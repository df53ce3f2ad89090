import { bodyKind } from '../../description/media-types.js';
import { resolve } from '../../description/references/resolve.js';
import type { Description } from '../../description/types.js';
import { fields, laterFields, type Holds, type Kind } from './objects.js';
import { isList, isObject, type Json } from '../../description/json-value.js';
import { inKeywordsOf30 } from './schema.js';

/** The OpenAPI version of the result. */
const version = '3.0.4';

/**
 * Converts a description of OpenAPI 3.0 to 3.2 to OpenAPI 3.0, for tools that read no later version.
 *
 * Schemas use the keywords of 3.0 where these can express the meaning. Any other field that 3.0 does not know becomes an
 * extension: `webhooks` becomes `x-webhooks`. So nothing is lost, and nothing gets another meaning in 3.0. References to
 * examples are replaced by the examples, since many tools do not follow such references. 3.0 has no mutual TLS: its schemes
 * move to `x-securitySchemes`, and are removed from security requirements.
 *
 * @param description A bundled and completed description; it is not changed.
 * @throws Error when a reference to an example or a media type cannot be resolved.
 */
export function toOpenApi30(description: Description): { openapi: string } {
  return { ...new Converter(description).whole(), openapi: version };
}

class Converter {
  readonly #description: Description;
  readonly #untold: ReadonlySet<string>;

  constructor(description: Description) {
    this.#description = description;
    const schemes = Object.entries(description.components?.securitySchemes ?? {});
    this.#untold = new Set(schemes.flatMap(([name, scheme]) => ('type' in scheme && scheme.type === 'mutualTLS' ? [name] : [])));
  }

  /** Converts the whole description. */
  whole(): Json {
    const { paths = {} } = this.#description;
    return this.#fieldsOf('OpenAPI', { ...this.#description, paths });
  }

  #object(kind: Kind, value: unknown): unknown {
    if (kind === 'Schema') return this.#schema(value);
    if (!isObject(value)) return value;
    if (typeof value.$ref === 'string') return this.#reference(kind, value.$ref);
    return this.#fieldsOf(kind, prepare[kind]?.(value) ?? value);
  }

  #reference(kind: Kind, $ref: string): unknown {
    // 3.0 has no references to media types, and many tools do not follow those to examples.
    const isInPlace = kind === 'Example' || kind === 'MediaType';
    return isInPlace ? this.#object(kind, resolve(this.#description, { $ref })) : { $ref: moved($ref) };
  }

  #schema(value: unknown): unknown {
    const schema = inKeywordsOf30(value);
    return typeof schema.$ref === 'string' ? this.#reference('Schema', schema.$ref) : this.#fieldsOf('Schema', schema);
  }

  #fieldsOf(kind: Kind, value: Json): Json {
    const known = fields[kind];
    const later = laterFields[kind] ?? {};
    const entries = Object.entries(value).flatMap(([name, inner]): Array<[string, unknown]> => {
      if (name === 'security') return [[name, this.#security(inner)]];
      if (kind === 'Components' && name === 'securitySchemes') return this.#schemes(inner);
      // The examples have already replaced all references to them.
      if (kind === 'Components' && name === 'examples') return [];
      if (name === 'additionalProperties' && typeof inner === 'boolean') return [[name, inner]];
      if (Object.hasOwn(known, name)) return [[name, this.#held(known[name], inner)]];
      if (name.startsWith('x-')) return [[name, inner]];
      return [[`x-${name}`, this.#held(Object.hasOwn(later, name) ? later[name] : 'value', inner)]];
    });
    return Object.fromEntries(entries);
  }

  #held(holds: Holds = 'value', value: unknown): unknown {
    if (holds === 'value') return value;
    if (typeof holds === 'string') return this.#object(holds, value);
    if (!('each' in holds)) return Array.isArray(value) ? value.map((one) => this.#object(holds[0], one)) : value;
    if (!isObject(value)) return value;
    if (typeof value.$ref === 'string') return { $ref: moved(value.$ref) };
    const { each } = holds;
    const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
      const isExtension = name.startsWith('x-') && (each === 'PathItem' || each === 'Response');
      return [name, isExtension ? inner : this.#held(each, each === 'MediaType' ? withFile(name, inner) : inner)];
    });
    return Object.fromEntries(entries);
  }

  #security(requirements: unknown): unknown {
    if (!Array.isArray(requirements)) return requirements;
    return requirements.map((one: object) => Object.fromEntries(Object.entries(one).filter(([name]) => !this.#untold.has(name))));
  }

  #schemes(schemes: unknown): Array<[string, unknown]> {
    const all = Object.entries(isObject(schemes) ? schemes : {});
    const untold = all.filter(([name]) => this.#untold.has(name));
    const told = all.filter(([name]) => !this.#untold.has(name));
    return [
      ['securitySchemes', this.#held({ each: 'SecurityScheme' }, Object.fromEntries(told))],
      ...(untold.length > 0 ? [['x-securitySchemes', Object.fromEntries(untold)] satisfies [string, unknown]] : []),
    ];
  }
}

/** Adds what 3.0 requires and later versions do not, and replaces what later versions write in another way. */
const prepare: Partial<Record<Kind, (value: Json) => Json>> = {
  License: withUrl,
  Operation: (operation) => withParameters({ ...operation, responses: operation.responses ?? { default: { description: '' } } }),
  PathItem: withParameters,
  Parameter: (parameter) => (parameter.style === 'cookie' ? { ...parameter, style: 'form' } : parameter),
  Response: (response) => ({ ...response, description: response.description ?? '' }),
};

/** Replaces an SPDX identifier, which 3.0 does not know, by the URL of its page at SPDX. */
function withUrl(license: Json): Json {
  const { identifier, url } = license;
  const isOne = typeof identifier === 'string' && /^[\w.+-]+$/.test(identifier);
  return isOne && url === undefined ? { ...license, url: `https://spdx.org/licenses/${identifier}.html` } : license;
}

/** Moves parameters in `querystring` to `x-parameters`, since 3.0 does not know them. */
function withParameters(value: Json): Json {
  const { parameters } = value;
  if (!isList(parameters)) return value;
  const isWhole = (one: unknown): boolean => isObject(one) && one.in === 'querystring';
  const whole = parameters.filter(isWhole);
  if (whole.length === 0) return value;
  return { ...value, parameters: parameters.filter((one) => !isWhole(one)), 'x-parameters': whole };
}

/** Adds a schema with `format: binary` to a body of bytes. From 3.1 on, such a body needs no schema. */
function withFile(mediaType: string, media: unknown): unknown {
  const isFile = bodyKind(mediaType) === 'bytes' && !mediaType.includes('*') && !/^multipart\//i.test(mediaType);
  if (!isObject(media) || !isFile) return media;
  const isSaid = media.itemSchema !== undefined || (isObject(media.schema) && Object.keys(media.schema).length > 0);
  return isSaid ? media : { ...media, schema: { type: 'string', format: 'binary' } };
}

/** Changes a reference for the converted description, where the fields that 3.0 does not know are extensions. */
function moved($ref: string): string {
  const [start = '', ...steps] = $ref.split('/');
  let holds: Holds | undefined = 'OpenAPI';
  const renamed = steps.map((step) => {
    const isLater = typeof holds === 'string' && holds !== 'value' && Object.hasOwn(laterFields[holds] ?? {}, step);
    holds = heldIn(holds, step);
    return isLater ? `x-${step}` : step;
  });
  return [start, ...renamed].join('/');
}

function heldIn(holds: Holds | undefined, step: string): Holds | undefined {
  if (holds === undefined || holds === 'value') return undefined;
  if (typeof holds !== 'string') return 'each' in holds ? holds.each : holds[0];
  return laterFields[holds]?.[step] ?? fields[holds][step];
}
