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

/** Makes the value that belongs to a text or number once, for the first ones. Beyond `most`, it is made again each time. */
export function onceForFirst<K, V>(most: number, make: (key: K) => V): (key: K) => V {
  const made = new Map<K, { value: V }>();
  return (key) => {
    const known = made.get(key);
    if (known) return known.value;
    const value = make(key);
    if (made.size < most) made.set(key, { value });
    return value;
  };
}
