/** A value or a promise of it. For nearly every request, all values are there at once. */
export type Soon<T> = T | Promise<T>;

/** Calls a function with a value. When the value is not a promise, the call is synchronous, which is faster than `await`. */
export function whenReady<T, R>(value: Soon<T>, next: (value: T) => Soon<R>): Soon<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}
