/** Makes a value once, on first use. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Makes the value that belongs to an object once, on first use. It is garbage-collected with the object. */
export function onceFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { value: V }>();
  return (key) => {
    let known = made.get(key);
    if (!known) made.set(key, (known = { value: make(key) }));
    return known.value;
  };
}

/** Makes the value that belongs to a text once, for the first texts. Beyond `most` texts, it is made again each time. */
export function onceForFirst<V>(most: number, make: (text: string) => V): (text: string) => V {
  const made = new Map<string, { value: V }>();
  return (text) => {
    const known = made.get(text);
    if (known) return known.value;
    const value = make(text);
    if (made.size < most) made.set(text, { value });
    return value;
  };
}
