import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { securityScheme } from '../../src/description/authentication.js';
import { describedOperations, namedExamples } from '../../src/description/operations.js';
import { resolve } from '../../src/description/resolve.js';
import { scenarios } from '../../src/description/scenarios.js';
import type { Description, MediaType, Schema } from '../../src/description/types.js';
import { root } from '../support/command.js';
import { calls, service, type BodyFacts } from './source-facts.js';

const description = JSON.parse(await readFile(`${root}generated/openapi.json`, 'utf8')) as Description;
const operations = describedOperations(description);
const introduction = oneLine(description.info.description ?? '');

test('the description has the calls of the documents, in their order, and no other', () => {
  expect(operations.map(({ summary, method, path }) => [summary, method, path])).toEqual(
    calls.map(({ name, method, path }) => [name, method, path]),
  );
});

describe.each(calls)('$name', (call) => {
  const operation = operations.find(({ summary }) => summary === call.name);
  if (!operation) throw new Error(`The description has no call "${call.name}", which the documents have.`);
  const success = operation.responses[0]!;
  const answers = Object.entries(success.response.content ?? {});

  test('asks for authentication where its page does', () => {
    expect(operation.security).toEqual(call.authenticated ? [{ AuthToken: [] }] : []);
  });

  test('takes its parameters, each of them required text without a limit', () => {
    expect(operation.parameters.map((one) => [one.in, one.name, one.required])).toEqual(
      call.query.map((name) => ['query', name, true]),
    );
    for (const parameter of operation.parameters) {
      expect(typeOf(parameter.schema)).toEqual({ type: 'string', format: 'password' });
      expect(parameter.description).toMatch(/reset token of the Reset Password call/);
    }
  });

  test('takes its body', () => {
    expect(operation.requestBody?.required).toBe(call.body.required);
    expectBody(operation.requestBody?.content, call.body);
  });

  test('answers with its codes, names and meanings, and no other', () => {
    expect(operation.responses.map(({ status, response }) => [status, response['x-summary']])).toEqual(
      call.outcomes.map(([code, name]) => [code, name]),
    );
    call.outcomes.forEach(([, , meaning], index) => expect(operation.responses[index]?.response.description).toMatch(meaning));
  });

  test('has a body in its success alone, where its page has one', () => {
    expect(operation.responses.filter(({ response }) => response.content).map(({ status }) => status)).toEqual(
      call.answer ? [success.status] : [],
    );
    if (call.answer) expectBody(Object.fromEntries(answers), call.answer);
  });

  test('shows the values of its page in the success', () => {
    const [first] = scenarios(description, operation);
    expect(first?.status).toBe(Number(success.status));
    const sent = Object.fromEntries(first?.inputs.map(({ in: place, value }) => [place, value]) ?? []);
    expect(json(sent.body)).toEqual(call.body.example);
    if (call.query.length > 0) expect(sent.query).toBe('G7TwCq1Vkds0DLYnfAuP');
    const answered = answers.flatMap(([, media]) => [...namedExamples(description, media).values()].map(({ value }) => value));
    expect(answered).toEqual(call.answer ? [call.answer.example] : []);
  });

  test('says in words what its page says, and what was decided', () => {
    expect(operation.description.split('\n')[0]).toBe(call.line);
    for (const words of call.prose) expect(oneLine(operation.description)).toMatch(words);
  });
});

test('the text of a body is told from other text also by what reads no contentSchema', () => {
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
  test('name the host, beside which stands the mock of your own machine', () => {
    expect(description.servers?.map(({ url }) => url)).toEqual([service.host, 'http://127.0.0.1:4010']);
  });

  test('put the auth token into a header, after a word', () => {
    const { header, scheme, token } = service.authorization;
    const described = securityScheme(description, 'AuthToken');
    expect(described).toMatchObject({ in: 'header', name: header, 'x-authorization-scheme': scheme, 'x-example': token });
    expect(described.description).toMatch(/The word `Token`, a space and the auth token.* 40 hexadecimal digits/);
    expect(introduction).toContain(`${header}: ${scheme} <auth_token>`);
    expect(introduction).toMatch(/40 hexadecimal digits.* only Validate Password Reset asks for it/);
  });

  test('list the codes that are valid for every call', () => {
    const rows = [...(description.info.description ?? '').matchAll(/^\| (\d+) \| (.+?) \| (.+?) \|$/gm)];
    expect(rows.map(([, code, name]) => [code, name])).toEqual(service.codes.map(([code, name]) => [code, name]));
    service.codes.forEach(([, , meaning], index) => expect(rows[index]?.[3]).toMatch(meaning));
  });

  test('tell the order of the calls and that the slash matters', () => {
    expect(introduction).toMatch(
      /1\. \*\*Reset Password\*\* asks for a reset.* 2\. \*\*Validate Password Reset\*\* checks that a reset was requested.* emailed.* 3\. \*\*Complete Password Reset\*\* .* sets the new password/,
    );
    expect(introduction).toContain('Every path ends in a slash, and the slash matters.');
  });
});

/** Compares a body: its one media type, and its fields with their meanings, each required text without a limit. */
function expectBody(content: Record<string, MediaType> = {}, { mediaType, fields }: BodyFacts): void {
  expect(Object.keys(content)).toEqual([mediaType]);
  const whole = resolve<Schema>(description, content[mediaType]?.schema ?? {});
  const { contentSchema = whole } = whole;
  const { type, required, properties = {}, ...limits } = resolve<Schema>(description, contentSchema);
  expect({ type, required, limits }).toEqual({ type: 'object', required: Object.keys(fields), limits: {} });
  expect(Object.keys(properties)).toEqual(Object.keys(fields));
  for (const [name, meaning] of Object.entries(fields)) {
    // No document limits a value. The format keeps a secret out of sight where it is typed.
    const isSecret = name !== 'email';
    expect(typeOf(properties[name]), name).toEqual({ type: 'string', ...(isSecret && { format: 'password' }) });
    expect(resolve<Schema>(description, properties[name] ?? {}).description, name).toMatch(meaning);
  }
}

/** What a schema demands: all but its words. */
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
