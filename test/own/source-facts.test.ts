import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { securityScheme } from '../../src/description/authentication.js';
import { documentedOperations, namedExamples } from '../../src/description/operations.js';
import { resolve } from '../../src/description/references/resolve.js';
import { scenarios } from '../../src/description/scenarios.js';
import type { Description, MediaType, Schema } from '../../src/description/types.js';
import { root } from '../support/command.js';
import { operationFacts, service, type BodyFacts, type ResponseFacts } from './source-facts.js';

const description = JSON.parse(await readFile(`${root}generated/openapi.json`, 'utf8')) as Description;
const operations = documentedOperations(description);
const introduction = oneLine(description.info.description ?? '');

test('the description has the operations of the documents, in their order, and no others', () => {
  for (const { summary } of operations) {
    const isKnown = operationFacts.some(({ name }) => name === summary);
    if (!isKnown)
      throw new Error(`The documents have no operation "${summary}": add the facts of its page to test/own/source-facts.ts.`);
  }
  expect(operations.map(({ summary, method, path }) => [summary, method, path])).toEqual(
    operationFacts.map(({ name, method, path }) => [name, method, path]),
  );
});

describe.each(operationFacts)('$name', (facts) => {
  const operation = operations.find(({ summary }) => summary === facts.name);
  if (!operation)
    throw new Error(`The description lacks the operation "${facts.name}" of the documents: add it to openapi/paths/.`);
  const [success] = operation.responses;
  if (!success) throw new Error(`The operation "${facts.name}" documents no response: add those of its page.`);
  const content = Object.entries(success.response.content ?? {});

  test('requires authentication where its page does', () => {
    expect(operation.security).toEqual(facts.authenticated ? [{ AuthToken: [] }] : []);
  });

  test('takes its parameters, each a required string without limits', () => {
    expect(operation.parameters.map((one) => [one.in, one.name, one.required])).toEqual(
      facts.query.map((name) => ['query', name, true]),
    );
    for (const parameter of operation.parameters) {
      expect(typeOf(parameter.schema)).toEqual({ type: 'string', format: 'password' });
      expect(parameter.description).toMatch(/reset token.*Reset Password/i);
    }
  });

  test('takes its body', () => {
    expect(operation.requestBody?.required).toBe(facts.body.required);
    expectBody(operation.requestBody?.content, facts.body, 'request');
  });

  test('has the status codes, names and meanings of its page, and no others', () => {
    expect(operation.responses.map(({ status, response }) => [status, response['x-summary']])).toEqual(
      facts.responses.map(({ status, name }) => [status, name]),
    );
    facts.responses.forEach(({ meaning }, index) => expect(operation.responses[index]?.response.description).toMatch(meaning));
  });

  test('has a response body for success only, where its page has one', () => {
    expect(operation.responses.filter(({ response }) => response.content).map(({ status }) => status)).toEqual(
      facts.responseBody ? [success.status] : [],
    );
    if (facts.responseBody) expectBody(Object.fromEntries(content), facts.responseBody, 'response');
  });

  test('shows the values of its page in the success response', () => {
    const [first] = scenarios(description, operation);
    expect(first?.status).toBe(Number(success.status));
    const sent = Object.fromEntries(first?.inputs.map(({ in: place, value }) => [place, value]) ?? []);
    expect(json(sent.body)).toEqual(facts.body.example);
    if (facts.query.length > 0) expect(sent.query).toBe('G7TwCq1Vkds0DLYnfAuP');
    const shown = content.flatMap(([, media]) => [...namedExamples(description, media).values()].map(({ value }) => value));
    expect(shown).toEqual(facts.responseBody ? [facts.responseBody.example] : []);
  });

  test('says in words what its page says', () => {
    expect(operation.description.split('\n')[0]).toBe(facts.line);
    for (const words of facts.prose) expect(oneLine(operation.description)).toMatch(words);
  });
});

test('a validator that ignores contentSchema still rejects other text as the body of Validate Password Reset', () => {
  const [text] = operations
    .flatMap(({ requestBody }) => Object.entries(requestBody?.content ?? {}))
    .filter(([type]) => type === 'text/plain');
  const { pattern } = resolve<Schema>(description, text?.[1].schema ?? {});
  const accepted = ['{\n  "email": "jweir@projectthanos.com"\n}', 'not json', '{}', '{"email":1}'].map((body) =>
    new RegExp(pattern ?? '', 'u').test(body),
  );
  expect(accepted).toEqual([true, false, false, false]);
});

describe('the service-wide pages', () => {
  test('name the host; the local mock server is listed after it', () => {
    expect(description.servers?.map(({ url }) => url)).toEqual([service.host, 'http://127.0.0.1:4010']);
  });

  test('put the auth token into a header, after the scheme word', () => {
    const { header, scheme, token } = service.authorization;
    const documented = securityScheme(description, 'AuthToken');
    expect(documented).toMatchObject({ in: 'header', name: header, 'x-authorization-scheme': scheme, 'x-example': token });
    expect(documented.description).toMatch(/Token <auth_token>.*40 hexadecimal/i);
    expect(introduction).toContain(`${header}: ${scheme} <auth_token>`);
    expect(introduction).toMatch(/40 hexadecimal.* only Validate Password Reset requires it/i);
  });

  test('list the general error status codes', () => {
    const rows = [...(description.info.description ?? '').matchAll(/^\| (\d+) \| (.+?) \| (.+?) \|$/gm)];
    const inOrder = (all: ResponseFacts[]): string[][] => all.map(({ status, name }) => [status, name]);
    expect(rows.map(([, status, name]) => [status, name])).toEqual(inOrder(service.responses));
    service.responses.forEach(({ meaning }, index) => expect(rows[index]?.[3]).toMatch(meaning));
  });

  test('state the order of the operations and the trailing slash', () => {
    expect(introduction).toMatch(
      /1\. \*\*Reset Password\*\* .*reset.* 2\. \*\*Validate Password Reset\*\* checks that a reset was requested.* email.* 3\. \*\*Complete Password Reset\*\* sets the new password/,
    );
    expect(introduction).toMatch(/all paths.*trailing slash/i);
  });
});

/** Compares a body: its single media type, and its fields with their meanings. Each field is a required string without limits. */
function expectBody(
  content: Record<string, MediaType> = {},
  { mediaType, fields }: BodyFacts,
  place: 'request' | 'response',
): void {
  expect(Object.keys(content)).toEqual([mediaType]);
  const whole = resolve<Schema>(description, content[mediaType]?.schema ?? {});
  const { contentSchema = whole } = whole;
  const { type, required, properties = {}, ...limits } = resolve<Schema>(description, contentSchema);
  expect({ type, required, limits }).toEqual({ type: 'object', required: Object.keys(fields), limits: {} });
  expect(Object.keys(properties)).toEqual(Object.keys(fields));
  for (const [name, meaning] of Object.entries(fields)) {
    // No document limits a value. The format hides a secret while it is typed, so only requests have it.
    const isSecret = name !== 'email' && place === 'request';
    expect(typeOf(properties[name]), name).toEqual({ type: 'string', ...(isSecret && { format: 'password' }) });
    expect(resolve<Schema>(description, properties[name] ?? {}).description, name).toMatch(meaning);
  }
}

/** The schema without its description. */
function typeOf(schema: Schema = {}): Schema {
  const demands = { ...resolve<Schema>(description, schema) };
  delete demands.description;
  return demands;
}

function json(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
