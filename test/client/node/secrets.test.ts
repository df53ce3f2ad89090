import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { withoutSecrets } from '../../../src/client/node/without-secrets.js';

/** The size of a large body. A search looks at a small part of it only. */
const many = 5_000_000;

/** A list of short strings that counts the reads. */
function countedList(): { list: string[]; read: () => number } {
  let count = 0;
  const list = new Proxy<string[]>(new Array<string>(many), {
    get: (target, name) => {
      if (typeof name === 'string' && /^\d+$/.test(name)) {
        count += 1;
        return 'harmless!';
      }
      return Reflect.get(target, name) as unknown;
    },
  });
  return { list, read: () => count };
}

describe('the search for secrets is bounded', () => {
  const failed = (message: string): Error => Object.assign(new Error(message), { code: 'ECONNRESET' });

  it('by the number of values in a body', () => {
    const { list, read } = countedList();
    expect(withoutSecrets(failed('The connection was reset.'), list)).toMatchObject({
      message: expect.stringContaining('withheld') as string,
      code: 'ECONNRESET',
    });
    expect(read()).toBeLessThan(many / 10);
  });

  it('by the number of names in an object, which are not all listed first', () => {
    const body = Object.fromEntries(Array.from({ length: 250_000 }, (_, index) => [`name${index}`, 'harmless!']));
    const list = vi.spyOn(Object, 'getOwnPropertyNames');
    onTestFinished(() => {
      list.mockRestore();
    });
    expect(withoutSecrets(failed('The connection was reset.'), body)).toMatchObject({
      message: expect.stringContaining('withheld') as string,
    });
    expect(list.mock.calls.some(([listed]) => listed === body)).toBe(false);
  });

  it('by the text that is compared, for one text of 5 MB as for a long message', () => {
    const includes = vi.spyOn(String.prototype, 'includes');
    onTestFinished(() => {
      includes.mockRestore();
    });
    const cause = failed('x'.repeat(10_000));
    const withheld = withoutSecrets(cause, 'harmless! '.repeat(many / 10));
    const compared = includes.mock.contexts.reduce((sum: number, text) => sum + String(text).length, 0);
    expect(withheld).not.toBe(cause);
    expect(compared).toBeGreaterThan(0);
    expect(compared).toBeLessThan(100_000_000);
  });

  it('by the text of what was thrown', () => {
    const includes = vi.spyOn(String.prototype, 'includes');
    onTestFinished(() => {
      includes.mockRestore();
    });
    expect(withoutSecrets(failed('x'.repeat(many)), ['G7TwCq1Vkds0DLYnfAuP'])).toMatchObject({ code: 'ECONNRESET' });
    expect(includes).not.toHaveBeenCalled();
  });

  it('and sees a body of 5 MB to its end when that is one value', () => {
    const cause = failed('The connection was reset.');
    expect(withoutSecrets(cause, 'x'.repeat(many))).toBe(cause);
  });

  it('and survives a body that is nested 100,000 times', () => {
    let body: unknown = 'G7TwCq1Vkds0DLYnfAuP';
    for (let depth = 0; depth < 100_000; depth++) body = [body];
    expect(withoutSecrets(failed('no G7TwCq1Vkds0DLYnfAuP here'), body)).toMatchObject({
      message: expect.stringContaining('withheld') as string,
    });
  });
});

it('a short value or a header is no secret: the error that a fetch throws is the cause unchanged', () => {
  const cause = new Error('The repro of fetch failed in get.');
  expect(withoutSecrets(cause, [{ query: { q: 'repro' } }, 'fetch', 'get'])).toBe(cause);
});

const secret = 'G7TwCq1V';
const isWithheld = (cause: unknown, secrets: unknown): boolean => withoutSecrets(cause, secrets) !== cause;

it.each<[text: string, secrets: unknown, withheld: boolean]>([
  // Shorter values are no secrets.
  [`no ${secret} here`, secret, true],
  [`no ${secret.slice(1)} here`, secret.slice(1), false],
  [secret, secret, true],
  [secret, `${secret}x`, false],
  [`no ${secret} here`, undefined, false],
  [`no 12345678 here`, 12_345_678, false],
  [`no ${secret} here`, { a: [null, { b: secret }] }, true],
  [`no ${secret} here`, { [secret]: 'a' }, false],
  [`no ${secret} here`, Object.create({ a: secret }), false],
  [`no ${secret} here`, new URLSearchParams({ a: secret }), true],
  [`no ${secret} here`, new TextEncoder().encode(secret), false],
  // A text is split into its values.
  ...['"', ' ', '\n', '&', '='].flatMap((mark): Array<[string, unknown, boolean]> => [
    [`no ${secret} here`, `long${mark}${secret}${mark}text`, true],
    [`no ${secret} here`, `${secret}${mark}text that is longer`, true],
    [`no ${secret} here`, `text that is longer${mark}${secret}`, true],
  ]),
  [`no ${secret} here`, `long,${secret},text and more`, false],
  // Percent-encoding does not hide one.
  ['no %47%37TwCq1V here', secret, true],
  ['no G7Tw%C3%A9q1V here', 'G7Twéq1V', true],
  ['no G7Tw%c3%a9q1V here', 'G7Twéq1V', true],
  ['no %47%37Tw%FFCq1V here', 'G7Tw%FFCq1V', true],
  ['no %FF here', secret, false],
])('an error with the text %j is withheld for the secrets %j: %s', (text, secrets, withheld) => {
  expect(isWithheld(new Error(text), secrets)).toBe(withheld);
});

it('a form may hold a secret', () => {
  const form = new FormData();
  form.append('a', 'harmless!');
  form.append('b', secret);
  expect(isWithheld(new Error(`no ${secret} here`), form)).toBe(true);
  expect(isWithheld(new Error('no secret here'), form)).toBe(false);
});

it.each<[cause: unknown, withheld: boolean]>([
  [`no ${secret} here`, true],
  [new Error('none'), false],
  [new Error('none', { cause: { deep: [`no ${secret} here`] } }), true],
  [Object.assign(new Error('none'), { input: `no ${secret} here` }), true],
  [Object.defineProperty(new Error('none'), 'input', { value: `no ${secret} here`, enumerable: false }), true],
  // It repeats the message.
  [Object.assign(new Error('none'), { stack: `no ${secret} here` }), false],
  // What a logger prints without a text in it.
  [Object.assign(new Error('none'), { input: null, kind: Symbol(secret) }), false],
  [null, false],
  [undefined, false],
])('what was thrown is searched in all that a logger prints (%#)', (cause, withheld) => {
  expect(isWithheld(cause, secret)).toBe(withheld);
});

it('an error that holds itself is searched once', () => {
  const cause: Error & { self?: unknown } = new Error('none');
  cause.self = cause;
  expect(isWithheld(cause, secret)).toBe(false);
});

it.each([
  [19_999, false],
  [20_000, true],
])('a text of %i characters is withheld unread: %s', (length, withheld) => {
  // With the end of its line and the name of the member.
  expect(isWithheld('x'.repeat(length), 'harmless!')).toBe(withheld);
});

it.each([
  // A value costs 100, and one that is compared the length of the text twice as well.
  [200_000, 'short', false],
  [200_001, 'short', true],
  [995, 'harmless!', false],
  [996, 'harmless!', true],
])('%i values like "%s" are withheld for their number: %s', (count, value, withheld) => {
  // 10,000 characters with the end of the line.
  const text = value === 'short' ? 'none' : 'x'.repeat(9_999);
  expect(isWithheld(text, new Array<string>(count).fill(value))).toBe(withheld);
});

it('the space of a text that is indented counts as no value', () => {
  expect(isWithheld('none', `{${' '.repeat(300_000)}}`)).toBe(false);
});

class OwnError extends Error {
  override readonly name = 'OwnError';
}

it.each<[cause: unknown, fields: object]>([
  [secret, { name: 'Error' }],
  [new Error(secret), { name: 'Error' }],
  [new OwnError(secret), { name: 'OwnError' }],
  [Object.assign(new Error(secret), { code: 'ECONNRESET' }), { name: 'Error', code: 'ECONNRESET' }],
  [new TypeError(secret, { cause: Object.assign(new Error(), { code: 'EPIPE' }) }), { name: 'TypeError', code: 'EPIPE' }],
  [
    Object.assign(new Error(secret, { cause: Object.assign(new Error(), { code: 'B' }) }), { code: 'A' }),
    { name: 'Error', code: 'A' },
  ],
  [new Error(secret, { cause: { code: 'EPIPE' } }), { name: 'Error' }],
  [new Error(secret, { cause: new Error('none') }), { name: 'Error' }],
])('of what is withheld the name and the code stay (%#)', (cause, fields) => {
  const withheld = withoutSecrets(cause, secret) as NodeJS.ErrnoException;
  expect(withheld.message).toBe('The message is withheld because it may contain values of the request.');
  const { name, code } = withheld;
  expect({ name, ...(Object.hasOwn(withheld, 'code') && { code }) }).toStrictEqual(fields);
});
