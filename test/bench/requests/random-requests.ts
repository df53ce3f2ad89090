import * as fc from 'fast-check';
import { bodyKind } from '../../../src/description/media-types.js';
import { exampleHolder, type DocumentedOperation } from '../../../src/description/operations.js';
import type { Description, MediaType, Parameter } from '../../../src/description/types.js';
import { malformedBodies, otherCredentials, otherMediaTypes } from '../../../src/requests/invalid/changed-requests.js';
import { spoiledValues } from '../../../src/requests/invalid/spoiled-values.js';
import { sampleRequest, type SampleRequest } from '../../../src/requests/sample-request.js';
import type { JudgeOf } from './referee-of.js';
import { valuesOf } from './random-values.js';
import { isForForms, isMap, isWritten, readingsOf } from './text-readings.js';

/** A random request and its error. */
export interface RandomRequest {
  operationId: string;
  /** The error; `undefined` for a valid request. */
  what?: string;
  request: SampleRequest;
}

/** An operation with a value for each input, as its example. */
interface Filled {
  documented: DocumentedOperation;
  operation: DocumentedOperation;
  values: Map<MediaType | Parameter, unknown>;
  request: SampleRequest;
}

/** Generates random requests for a description. The same seed gives the same requests. */
export class RandomRequests {
  readonly #description: Description;
  readonly #judge: JudgeOf;
  readonly #numbers: Iterator<number>;
  readonly #arbitraries = new Map<MediaType | Parameter, fc.Arbitrary<unknown>>();

  constructor(description: Description, judge: JudgeOf, seed: number) {
    this.#description = description;
    this.#judge = judge;
    this.#numbers = fc.sample(fc.nat(), { seed, numRuns: 200_000 }).values();
  }

  /** A valid request; `undefined` if no valid value was found for a required input. */
  async valid(operation: DocumentedOperation): Promise<RandomRequest | undefined> {
    const filled = await this.#fill(operation);
    return filled && { operationId: operation.operationId, request: filled.request };
  }

  /** A request that violates one rule; `undefined` if none was found. */
  async invalid(operation: DocumentedOperation): Promise<RandomRequest | undefined> {
    const filled = await this.#fill(operation);
    if (!filled) return undefined;
    const all = this.#shuffled([...this.#spoiled(filled)]);
    for (const { what, request, isInvalid = () => Promise.resolve(true) } of all) {
      const made = request();
      if (made && (await isInvalid())) return { operationId: operation.operationId, what, request: made };
    }
    return undefined;
  }

  async #fill(operation: DocumentedOperation): Promise<Filled | undefined> {
    const values = new Map<MediaType | Parameter, unknown>();
    const parameters: Parameter[] = [];
    for (const parameter of operation.parameters) {
      const isWanted = parameter.required === true || parameter.in === 'path' || this.#next(2) === 0;
      const value = isWanted ? await this.#value(parameter, (one) => isWritten(parameter, one)) : undefined;
      if (value === undefined && parameter.required) return undefined;
      if (value !== undefined) values.set(parameter, value);
      parameters.push(withExample(parameter, value));
    }
    const { requestBody } = operation;
    const media = Object.entries(requestBody?.content ?? {}).filter(([mediaType]) => isWritable(mediaType));
    const [mediaType, body] = media[this.#next(Math.max(media.length, 1))] ?? [];
    const isWanted = requestBody?.required === true || this.#next(4) > 0;
    const value =
      body && isWanted
        ? await this.#value(body, (one) => (bodyKind(mediaType ?? '') === 'json' ? one !== null : isForForms(one)))
        : undefined;
    if (requestBody?.required && value === undefined) return undefined;
    if (body && value !== undefined) values.set(body, value);
    const content =
      body && mediaType !== undefined && value !== undefined ? { [mediaType]: withExample(body, value) } : undefined;
    const filled = { ...operation, parameters, requestBody: content && { ...requestBody, content } };
    const request = sampleRequest(this.#description, filled);
    return request && { documented: operation, operation: filled, values, request };
  }

  async #value(holder: MediaType | Parameter, isRight: (value: unknown) => boolean): Promise<unknown> {
    const { schema } = exampleHolder(holder);
    if (schema === undefined) return undefined;
    const arbitrary = this.#arbitraries.get(holder) ?? valuesOf(this.#description, schema);
    this.#arbitraries.set(holder, arbitrary);
    for (const value of fc.sample(arbitrary, { seed: this.#next(1e9), numRuns: 30 })) {
      if (isRight(value) && (await this.#judge(holder, value)) === true) return value;
    }
    return undefined;
  }

  *#spoiled({ documented, operation, values, request }: Filled): Generator<Spoiled> {
    for (const [holder, value] of values) {
      const isParameter = 'in' in holder;
      if (isParameter && isIgnored(holder)) continue;
      const { schema } = exampleHolder(holder);
      const what = isParameter ? `${holder.in} ${holder.name}` : 'body';
      for (const one of spoiledValues(this.#description, schema, value, what)) {
        const isOfFormat = / that is no (date|date-time|time|uuid|email|uri|url|ipv4|ipv6|hostname)$/.test(one.what);
        if (isParameter && !isWritten(holder, one.value)) continue;
        const kind = isParameter ? 'form' : bodyKind(request.body?.contentType ?? '');
        // Examples cannot have a body of null, or a form that is not an object.
        const isSendable = kind === 'json' ? one.value !== null : isParameter || isMap(one.value);
        if (!isSendable) continue;
        const readings = kind === 'json' ? [one.value] : readingsOf(one.value, value);
        yield {
          what: one.what,
          request: () => this.#with(operation, values, holder, one.value),
          isInvalid: async () => isOfFormat || (await this.#refuses(holder, readings)),
        };
      }
      if (isParameter && holder.required && holder.in !== 'path')
        yield { what: `${what} missing`, request: () => this.#with(operation, values, holder, undefined) };
    }
    const { requestBody } = operation;
    if (requestBody?.required) {
      yield {
        what: 'body missing',
        request: () => sampleRequest(this.#description, { ...operation, requestBody: undefined }),
      };
    }
    const isJson = bodyKind(request.body?.contentType ?? '') === 'json';
    const changed = [
      ...(isJson ? malformedBodies(request).filter(({ request: one }) => one.body?.text !== '') : []),
      ...otherMediaTypes(documented, request),
      // With several alternatives, the request may satisfy another one.
      ...(operation.security.length === 1 ? otherCredentials(this.#description, operation, request, new Set()) : []),
    ];
    for (const { name, request: made } of changed) yield { what: name, request: () => made };
  }

  async #refuses(holder: MediaType | Parameter, readings: unknown[]): Promise<boolean> {
    for (const reading of readings) if ((await this.#judge(holder, reading)) !== false) return false;
    return true;
  }

  #with(
    operation: DocumentedOperation,
    values: Map<MediaType | Parameter, unknown>,
    spoiled: MediaType | Parameter,
    value: unknown,
  ): SampleRequest | undefined {
    const parameters = [...values.keys()].flatMap((holder) =>
      'in' in holder ? [withExample(holder, holder === spoiled ? value : values.get(holder))] : [],
    );
    const { requestBody } = operation;
    const content = Object.entries(requestBody?.content ?? {}).map(([mediaType, media]) => [
      mediaType,
      'in' in spoiled ? media : withExample(media, value),
    ]);
    const isLeftOut = value === undefined;
    return sampleRequest(this.#description, {
      ...operation,
      parameters: isLeftOut
        ? parameters.filter((one) => !('in' in spoiled) || one.name !== spoiled.name || one.in !== spoiled.in)
        : parameters,
      requestBody: requestBody && { ...requestBody, content: Object.fromEntries(content) as Record<string, MediaType> },
    });
  }

  #next(below: number): number {
    const { value = 0 } = this.#numbers.next() as { value?: number };
    return value % below;
  }

  #shuffled<T>(all: T[]): T[] {
    return all
      .map((one) => ({ one, order: this.#next(1e9) }))
      .sort((a, b) => a.order - b.order)
      .map(({ one }) => one);
  }
}

interface Spoiled {
  what: string;
  request: () => SampleRequest | undefined;
  /** Whether the referee rejects it. Missing if it is invalid regardless of the schema. */
  isInvalid?: () => Promise<boolean>;
}

/** Header parameters that OpenAPI says to ignore (3.1.1, section 4.8.12.1). */
function isIgnored({ in: place, name }: Parameter): boolean {
  return place === 'header' && ['accept', 'content-type', 'authorization'].includes(name.toLowerCase());
}

function isWritable(mediaType: string): boolean {
  return ['json', 'form', 'multipart'].includes(bodyKind(mediaType));
}

function withExample<T extends MediaType | Parameter>(holder: T, example: unknown): T {
  const { examples: _, example: __, content, ...others } = holder as Parameter;
  const [first] = Object.entries(content ?? {});
  // An input without a value must not get one from its schema.
  const schemaless = example === undefined ? { schema: undefined } : {};
  if (first)
    return { ...others, content: { [first[0]]: { ...first[1], examples: undefined, example, ...schemaless } } } as unknown as T;
  return { ...others, example, ...schemaless } as unknown as T;
}
