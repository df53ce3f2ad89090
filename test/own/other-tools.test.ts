import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { documentedOperations, namedExamples } from '../../src/description/operations.js';
import { resolve } from '../../src/description/references/resolve.js';
import type { Description } from '../../src/description/types.js';
import { root } from '../support/command.js';

const text = readFileSync(join(root, 'generated/openapi.yaml'), 'utf8');
const description = parse(text) as Description;
const operations = documentedOperations(description);

it('begins with the version of OpenAPI, by which tools tell what the file is', () => {
  expect(text).toMatch(/^openapi: 3\.1\.\d+ #/);
});

it('has no YAML alias', () => {
  expect(text).not.toMatch(/: [&*]\w+$/m);
});

it('shares no name between two components', () => {
  const names = Object.values(description.components ?? {}).flatMap((kind: object) => Object.keys(kind));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('refers to no parameter, and from a parameter to no example', () => {
  const parameters = Object.values(description.paths ?? {}).flatMap((item) => [
    ...(item.parameters ?? []),
    ...Object.values(item).flatMap((operation: { parameters?: object[] }) => operation.parameters ?? []),
  ]);
  expect(parameters.length).toBeGreaterThan(0);
  expect(JSON.stringify(parameters)).not.toContain('$ref');
});

it('has no bare quote in a pattern', () => {
  const patterns = Object.values(description.components?.schemas ?? {}).flatMap(({ pattern }) => pattern ?? []);
  expect(patterns).toHaveLength(1);
  expect(patterns.join('').replaceAll('["]', '')).not.toContain('"');
});

it('gives no response a format', () => {
  const bodies = operations.flatMap(({ responses }) =>
    responses.flatMap(({ response }) => Object.values(response.content ?? {})),
  );
  const schemas = bodies.map(({ schema = {} }) => Object.values(resolve(description, schema).properties ?? {}));
  expect(schemas.flat().map((schema) => resolve(description, schema).format)).toEqual([undefined]);
});

it.each(operations)(
  '$operationId: each example of a parameter has one of the body, and each name of a response is an example',
  (one) => {
    const ofParameters = one.parameters.flatMap((parameter) => [...namedExamples(description, parameter).keys()]);
    const ofBodies = Object.values(one.requestBody?.content ?? {}).flatMap((media) => [
      ...namedExamples(description, media).keys(),
    ]);
    expect(ofBodies).toEqual(expect.arrayContaining(ofParameters));
    const named = one.responses.flatMap(({ response }) => response['x-microcks-refs'] ?? []);
    expect(ofBodies).toEqual(expect.arrayContaining(named));
  },
);
