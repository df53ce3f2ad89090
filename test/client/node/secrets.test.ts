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
