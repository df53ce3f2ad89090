import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { SchemaFinding, Schemas } from '../../../../src/contract/schema/schemas.js';
import { mostSteps } from '../../../../src/contract/schema/patterns/risky-pattern.js';
import { lines, pointer, schemasOf } from '../schemas.js';

/** This pattern searches for the end from each letter, so its time grows with the square of the text, and no faster. */
const pattern = '[a-z]+!$';
/** With these low limits, a text takes too long that takes a fraction of a second with normal limits. */
const limits = { held: 5, whole: 60 };
const slow = 'a'.repeat(20_000);
const fast = 'a'.repeat(4_000);

/** Validates a value from outside. */
async function checked(schemas: Schemas, value: unknown): Promise<SchemaFinding[]> {
  return schemas.run(() => schemas.check(pointer, value, 'request'));
}

describe('a pattern that takes long for a text', () => {
  test.each<[place: string, schema: object, value: unknown]>([
    ['a text', { pattern }, slow],
    ['a property', { properties: { a: { items: { pattern } } } }, { a: ['b!', slow] }],
    ['the name of a property', { patternProperties: { [pattern]: { type: 'string' } } }, { [slow]: 1 }],
    ['a property name', { propertyNames: { pattern } }, { [slow]: 1 }],
  ])('in %s is ended at the time limit, and others go on before', async (_, schema, value) => {
    const schemas = schemasOf(schema, { limits });
    // Warms up, so that the time is not over before the pattern begins on a busy machine.
    await checked(schemas, null);
    const order: string[] = [];
    setTimeout(() => order.push('another client'));
    const found = await checked(schemas, value);
    order.push('the check');
    expect(lines(found)).toEqual([' time: takes longer than 60 ms to validate: send less.']);
    expect(order).toEqual(['another client', 'the check']);
  });

  test('is right where it ends before, however many ask', async () => {
    const schemas = schemasOf({ pattern }, { limits: { held: 1, whole: 60_000 } });
    const texts = [fast, `${fast}!`, `${fast}?`, `${fast}!!`, `?${fast}!`];
    const found = await Promise.all(texts.map(async (text) => checked(schemas, text)));
    expect(found.map(({ length }) => length)).toEqual([1, 0, 1, 1, 0]);
    expect(new Set(found.flatMap(lines))).toEqual(new Set([` pattern: must match pattern "${pattern}".`]));
  });

  test('keeps none waiting who asks after it', async () => {
    const schemas = schemasOf({ pattern }, { limits });
    const patient = schemasOf({ pattern }, { limits: { held: 1, whole: 60_000 } });
    const [slowest, ...others] = await Promise.all([
      checked(schemas, slow),
      checked(patient, `${fast}!`),
      checked(schemas, 'a!'),
    ]);
    expect(slowest).toHaveLength(1);
    expect(others).toEqual([[], []]);
  });

  test('leaves what else is checked as it is, each part once', async () => {
    const schemas = schemasOf({ pattern }, { limits });
    let runs = 0;
    const found = await schemas.run(() => {
      runs += 1;
      return ['?', slow, 'a!', '!'].map((value) => lines(schemas.check(pointer, value, 'request')));
    });
    const broken = [` pattern: must match pattern "${pattern}".`];
    expect(found).toEqual([broken, [' time: takes longer than 60 ms to validate: send less.'], [], broken]);
    // Once until the pattern, once with the clock, and once at the end of the time.
    expect(runs).toBe(3);
  });

  test('comes after what must not be interrupted', async () => {
    const schemas = schemasOf({ pattern, properties: { later: { type: 'string' } } }, { limits });
    const later = `${pointer}/properties/later`;
    const found = await schemas.run(() => [...schemas.check(pointer, slow, 'request'), ...schemas.check(later, 1, 'request')]);
    expect(lines(found)).toEqual([' time: takes longer than 60 ms to validate: send less.', ' type: must be string.']);
  });

  test('is ended at the time limit also for what is made here', () => {
    expect(lines(schemasOf({ pattern }, { limits }).check(pointer, slow, 'response'))).toEqual([
      ' time: takes longer than 60 ms to validate: send less.',
    ]);
  });
});

test('a process ends although a pattern took long in it', async () => {
  const worker = new URL('../../../../src/contract/schema/patterns/pattern-worker.ts', import.meta.url);
  const program = `
    const { matchesElsewhere } = await import(${JSON.stringify(worker.href)});
    console.log(await matchesElsewhere({ pattern: /a!$/, text: 'a!' }, performance.now() + 60_000));
  `;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx/esm', '--input-type=module', '--eval', program],
    { timeout: 60_000 },
  );
  expect(stdout).toBe('true\n');
});

describe('the steps that a pattern may take for a text', () => {
  const text = 'x'.repeat(1000);

  test.each([
    ...[
      'abc',
      '^abc$',
      '^[a-z]+$',
      '[a-z]+',
      'a.*',
      '^\\d{3}-\\d{2}$',
      '^(?:-[a-z])*$',
      '^a?b?$',
      '\\+',
      '^[^"]*"a"\\s*:',
      '^[+-]?\\d+$',
    ],
    ...['^[a-z0-9]+(?:-[a-z0-9]+)*$', '^\\d+(\\.\\d+)?$', '^(?:[A-Z]{2}){3}$', '^[\\w.]{1,64}@x'],
  ])('grow no faster than the text: %s', (source) => {
    expect(mostSteps(new RegExp(source, 'u'), text)).toBe(0);
  });

  test.each([
    ...[
      '[a-z]+$',
      '^(a+)+$',
      '^(a|aa)*$',
      '(a|b)*c',
      '.*a.*b',
      '^\\s*.*\\s*$',
      '^([a-z]+-?)*x',
      '(\\d)\\1',
      '^(?:a?){30}$',
      '^.*x.*$',
    ],
    ...['^(?=.*a)(?=.*b).+$', '\\bx+y', '^(a|b|ab)*$', '^(\\w+\\s?)*$', '^([a-z]*[0-9]*)*$'],
  ])('may grow faster: %s', (source) => {
    expect(mostSteps(new RegExp(source, 'u'), text)).toBeGreaterThan(0);
  });
});
