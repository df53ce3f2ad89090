import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClient } from '../../src/client/index.js';
import type { Description, Operation, Parameter } from '../../src/description/types.js';
import { createMock } from '../../src/mock/index.js';
import { generatedClient } from '../support/generated-client.js';
import { formMedia, formValues } from '../support/random-forms.js';
import { parameterStyles, parameterValues } from '../support/random-parameters.js';
import type { AnyClient } from './channels.js';
import { seed } from '../support/seed.js';

/** The number of values for each style and each kind of form. */
const valuesPerKind = 5;

/** An operation with a value as the example of its parameter or body, and the call that passes the value. */
interface Case {
  method: 'get' | 'post';
  path: string;
  operation: Operation;
  init: object;
}

/** The mock reports the name of the example in a request. */
const responses = { 204: { description: 'As it was sent', 'x-microcks-refs': ['sent'] } };

function parameterCases(seed: number): Case[] {
  return parameterStyles.flatMap(([place, style, explode], row) => {
    const name = place === 'header' ? 'X-Color' : 'color';
    // No integers that JSON.stringify cannot write. Other tests read these from JSON and YAML.
    const values = parameterValues(place, style, name).filter(([, value]) => isJson(value));
    return fc.sample(values, { numRuns: valuesPerKind, seed }).map(([schema, value], index): Case => {
      const operationId = `parameter${row}x${index}`;
      const parameter: Parameter = { name, in: place, required: true, style, explode, schema, examples: { sent: { value } } };
      return {
        method: 'get',
        path: place === 'path' ? `/${operationId}/{color}` : `/${operationId}`,
        operation: { operationId, parameters: [parameter], responses },
        init: { params: { [place]: { [name]: value } } },
      };
    });
  });
}

function contentCases(seed: number): Case[] {
  // A path cannot carry a value with an empty part, in any style.
  const words = fc.string({ unit: 'grapheme', minLength: 2 }).filter((one) => !/^(\.|%2e){1,2}$/i.test(one));
  const several = { minLength: 1, maxLength: 4 };
  const values = fc.record({
    text: words,
    list: fc.array(fc.integer(), several),
    object: fc.dictionary(words, fc.boolean(), { minKeys: 1 }),
  });
  return (['query', 'path', 'cookie'] as const).flatMap((place, row) =>
    fc.sample(values, { numRuns: valuesPerKind, seed }).map((value, index): Case => {
      const operationId = `content${row}x${index}`;
      const content = { 'application/json': { schema: { type: 'object' }, examples: { sent: { value } } } };
      return {
        method: 'get',
        path: place === 'path' ? `/${operationId}/{color}` : `/${operationId}`,
        operation: { operationId, parameters: [{ name: 'color', in: place, required: true, content }], responses },
        init: { params: { [place]: { color: value } } },
      };
    }),
  );
}

function formCases(seed: number): Case[] {
  return ['application/x-www-form-urlencoded', 'multipart/form-data'].flatMap((mediaType, row) =>
    fc.sample(formValues(), { numRuns: valuesPerKind, seed }).map((value, index): Case => {
      const operationId = `form${row}x${index}`;
      const content = { [mediaType]: { ...formMedia, examples: { sent: { value } } } };
      return {
        method: 'post',
        path: `/${operationId}`,
        operation: { operationId, requestBody: { required: true, content }, responses },
        init: { body: value },
      };
    }),
  );
}

test('the mock reads from a request what the client was given', async () => {
  const cases = [...parameterCases(seed), ...contentCases(seed), ...formCases(seed)];
  const description: Description = {
    openapi: '3.2.0',
    info: { title: 'Values', version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    paths: Object.fromEntries(cases.map(({ path, method, operation }) => [path, { [method]: operation }])),
  };
  const mock = await createMock({ description });
  const client = createClient({
    ...generatedClient(description),
    fetch: (request: Request) => mock.fetch(request),
  }) as unknown as AnyClient;
  const wrong: unknown[] = [];
  for (const { operation, init } of cases) {
    const outcome = await client[operation.operationId ?? '']?.(init).then(
      ({ status, response }) => `${status} ${response.headers.get('mock-scenario')}`,
      async (error: unknown) => `${String(error)} ${await (error as { response?: Response }).response?.clone().text()}`,
    );
    if (outcome !== '204 sent') wrong.push({ outcome, init, operation });
  }
  const [first] = wrong;
  expect(first && JSON.stringify(first, undefined, 1), `seed ${seed}, ${wrong.length} of ${cases.length}`).toBeUndefined();
});

function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== '';
  } catch {
    return false;
  }
}
