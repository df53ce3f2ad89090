/** What is there at once, or comes later. Nearly every request is responded to without anything to wait for. */
export type Soon<T> = T | Promise<T>;

/** Goes on with a value: at once where it is there, which a promise would not. */
export function whenReady<T, R>(value: Soon<T>, next: (value: T) => Soon<R>): Soon<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}
