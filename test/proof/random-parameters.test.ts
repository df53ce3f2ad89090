import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClient } from '../../src/client/index.js';
import type { Description, Operation, Parameter } from '../../src/description/types.js';
import { createMock } from '../../src/mock/index.js';
import { generatedClient } from '../support/generated-client.js';
import { parameterStyles, parameterValues } from '../support/random-parameters.js';
import type { AnyClient } from './channels.js';

/** How many values each style gets. */
const valuesPerStyle = 15;

interface Case {
  operationId: string;
  path: string;
  operation: Operation;
  parameter: Parameter;
  value: unknown;
}

/** An operation for each value, whose parameter has it as its example: the mock names the example that a request carries. */
function casesOf(seed: number): Case[] {
  return parameterStyles.flatMap(([place, style, explode], row) => {
    const name = place === 'header' ? 'X-Color' : 'color';
    // JSON and YAML of a description are read elsewhere: no integers here that JSON.stringify cannot write.
    const values = parameterValues(place, style, name).filter(([, value]) => isJson(value));
    return fc.sample(values, { numRuns: valuesPerStyle, seed }).map(([schema, value], index): Case => {
      const operationId = `case${row}x${index}`;
      const parameter: Parameter = { name, in: place, required: true, style, explode, schema, examples: { sent: { value } } };
      return {
        operationId,
        path: place === 'path' ? `/${operationId}/{color}` : `/${operationId}`,
        operation: {
          operationId,
          parameters: [parameter],
          responses: { 204: { description: 'As it was sent', 'x-microcks-refs': ['sent'] } },
        },
        parameter,
        value,
      };
    });
  });
}

test('the mock reads from a request what the client was given', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const cases = casesOf(seed);
  const description: Description = {
    openapi: '3.2.0',
    info: { title: 'Values', version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    paths: Object.fromEntries(cases.map(({ path, operation }) => [path, { get: operation }])),
  };
  const mock = await createMock({ description });
  const client = createClient({
    ...generatedClient(description),
    fetch: (request: Request) => mock.fetch(request),
  }) as unknown as AnyClient;
  const wrong: unknown[] = [];
  for (const { operationId, parameter, value } of cases) {
    const { name, in: place, style, explode, schema } = parameter;
    const call = client[operationId]?.({ params: { [place]: { [name]: value } } });
    const outcome = await call?.then(
      ({ status, response }) => `${status} ${response.headers.get('mock-scenario')}`,
      (error: unknown) => String(error),
    );
    if (outcome !== '204 sent') wrong.push({ place, style, explode, schema, value, outcome });
  }
  expect(wrong.slice(0, 5), `seed ${seed}, ${wrong.length} of ${cases.length}`).toEqual([]);
});

function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}
