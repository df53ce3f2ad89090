import { afterEach, describe, expect, it, vi } from 'vitest';
import { CheckedDispatcher, defaultDispatcher, dispatcherOf, withDispatcher } from '../../../src/client/node/dispatcher.js';

afterEach(() => vi.restoreAllMocks());

const dispatcher = { dispatch: (): boolean => true };

it.each([
  [undefined, undefined],
  [{}, undefined],
  [{ dispatcher: undefined }, undefined],
  [{ dispatcher: null }, undefined],
  [{ dispatcher: 'dispatch' }, undefined],
  [{ dispatcher: {} }, undefined],
  [{ dispatcher }, dispatcher],
])('the dispatcher of %j is %j', (options, found) => {
  expect(dispatcherOf(options)).toBe(found);
});

it('options are copied with a dispatcher', () => {
  const init = { method: 'GET', dispatcher: 'other' };
  expect(withDispatcher(dispatcher, init)).toEqual({ method: 'GET', dispatcher });
  expect(init.dispatcher).toBe('other');
  expect(withDispatcher(undefined)).toEqual({ dispatcher: undefined });
});

it.each([
  ['6.21.0', 1],
  ['7.99.0', 1],
  ['8.0.0', 2],
  ['10.0.0', 2],
  [undefined, 2],
])('the global dispatcher of undici %s is that of the place %i', (undici, place) => {
  vi.spyOn(process, 'versions', 'get').mockReturnValue({ undici } as unknown as NodeJS.ProcessVersions);
  const places = [1, 2].map((number) => Symbol.for(`undici.globalDispatcher.${number}`));
  const before = places.map((symbol): unknown => Reflect.get(globalThis, symbol));
  const found = places.map(() => ({ dispatch: () => true }));
  try {
    places.forEach((symbol, index) => Reflect.set(globalThis, symbol, found[index]));
    expect(defaultDispatcher()).toBe(found[place - 1]);
    Reflect.set(globalThis, places[place - 1] ?? '', {});
    expect(defaultDispatcher()).toBeUndefined();
  } finally {
    places.forEach((symbol, index) => Reflect.set(globalThis, symbol, before[index]));
  }
});

describe('a checked dispatcher', () => {
  it('hands a request on with what is added, and says that it was used', () => {
    const dispatch = vi.fn((...given: object[]) => given.length === 0);
    const checked = new CheckedDispatcher({ dispatch }, { body: 'b' });
    expect(checked.isUsed).toBe(false);
    expect(checked.dispatch({ path: '/', body: null }, {})).toBe(false);
    expect([checked.isUsed, dispatch.mock.calls[0]?.[0]]).toEqual([true, { path: '/', body: 'b' }]);
    new CheckedDispatcher({ dispatch }).dispatch({ path: '/' }, {});
    expect(dispatch.mock.calls[1]?.[0]).toEqual({ path: '/' });
  });

  const other = (version: string): string =>
    `The dispatcher is of another version of undici than fetch, which has ${version}: use one of that version.`;

  it.each<[thrown: unknown, isOther: boolean]>([
    [new Error('invalid onRequestStart method'), true],
    [new Error('invalid onX method'), true],
    [new Error('invalid on method'), false],
    [new Error('an invalid onError method'), false],
    [new Error('invalid onError method!'), false],
    [new Error('invalid path'), false],
    ['invalid onError method', false],
  ])('that throws %o is of another version: %s', (thrown, isOther) => {
    const throwing = new CheckedDispatcher({
      dispatch: () => {
        throw thrown;
      },
    });
    let caught: unknown;
    try {
      throwing.dispatch({}, {});
    } catch (error) {
      caught = error;
    }
    if (isOther) expect(caught).toEqual(new Error(other(process.versions.undici ?? '')));
    else expect(caught).toBe(thrown);
  });

  /** The handler that a dispatcher gets. */
  function handed(handler: object): Record<string | symbol, unknown> {
    const dispatch = vi.fn((...given: object[]) => given.length > 0);
    new CheckedDispatcher({ dispatch }).dispatch({}, handler);
    return dispatch.mock.calls[0]?.[1] as Record<string | symbol, unknown>;
  }
  const call = (value: unknown): unknown => (value as () => unknown)();

  it('calls the handler as its own', () => {
    const handler = {
      name: 'mine',
      onHeaders(): string {
        return this.name;
      },
    };
    const seen = handed(handler);
    expect([call(seen.onHeaders), seen.name]).toEqual(['mine', 'mine']);
    // Its presence tells the versions apart.
    expect([seen.onRequestStart, seen.onUpgrade, seen[Symbol.iterator]]).toEqual([undefined, undefined, undefined]);
  });

  it.each(['onHeaders', 'onComplete', 'onResponseStart', 'onResponseEnd'])('fails a request whose handler has no %s', (name) => {
    vi.spyOn(process, 'versions', 'get').mockReturnValue({} as NodeJS.ProcessVersions);
    const [onResponseError, onError] = [vi.fn(), vi.fn()];
    call(handed({ onResponseError, onError })[name]);
    expect(onResponseError).toHaveBeenCalledExactlyOnceWith(undefined, new Error(other('none')));
    expect(onError).not.toHaveBeenCalled();
    call(handed({ onError })[name]);
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error(other('none')));
    expect(call(handed({})[name])).toBeUndefined();
  });
});
