/** What repairing a value takes. */
export interface Repair {
  /** Finds where a value is broken: the steps to each part that is. */
  broken: (value: unknown) => string[][];
  /** Makes the part anew that some steps lead to, differently in each round; nothing when it cannot be made. */
  remake: (steps: string[], round: number) => unknown;
}

/** A value that this many rounds do not repair is broken in a way that they do not know. */
const mostRounds = 30;

/** How long repairing may take, in milliseconds: a recursive schema can have more broken parts than anybody waits for. */
const longest = 500;

const order = new Intl.Collator('en', { numeric: true });

/**
 * Repairs a value: what is broken is made anew, and left out when it is broken again; the whole value is made until it is
 * valid. What is still to be repaired when time runs short is left out at once.
 *
 * @param value A JSON value, which stays as it is.
 * @returns The repaired value; nothing when it cannot be repaired.
 */
export function repair(value: unknown, { broken, remake }: Repair): unknown {
  const root = { value: structuredClone(value) };
  const remade = new Set<string>();
  // The first part that is made anew may load the generator, which takes as long: the time counts from then on.
  let deadline = Infinity;
  for (let round = 0; round < mostRounds; round += 1) {
    const parts = innermost(broken(root.value));
    if (parts.length === 0) return root.value;
    for (const steps of parts) {
      const way = ['value', ...steps];
      const name = JSON.stringify(steps);
      const isLate = performance.now() > deadline;
      const isHopeless = steps.length > 0 && (remade.has(name) || isEmptyObject(at(root, way)));
      const part = isLate || isHopeless ? undefined : remake(steps, round);
      remade.add(name);
      deadline = Math.min(deadline, performance.now() + longest);
      put(root, way, part);
    }
    if (root.value === undefined) return undefined;
  }
  return undefined;
}

/** The parts that no other is in, the deepest and last first: what follows one that is left out moves up. */
function innermost(parts: string[][]): string[][] {
  const distinct = new Map(parts.map((steps) => [JSON.stringify(steps), steps]));
  const outer = new Set<string>();
  for (const steps of distinct.values()) {
    for (let length = 0; length < steps.length; length += 1) outer.add(JSON.stringify(steps.slice(0, length)));
  }
  return [...distinct]
    .filter(([name]) => !outer.has(name))
    .map(([, steps]) => steps)
    .sort((one, other) => other.length - one.length || order.compare(other.at(-1) ?? '', one.at(-1) ?? ''));
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}

function at(value: unknown, steps: string[]): unknown {
  return steps.reduce<unknown>(
    (outer, step) => (typeof outer === 'object' && outer !== null ? Reflect.get(outer, step) : undefined),
    value,
  );
}

function put(root: object, steps: string[], part: unknown): void {
  const outer = at(root, steps.slice(0, -1));
  const key = steps.at(-1) ?? '';
  if (typeof outer !== 'object' || outer === null) return;
  if (Array.isArray(outer)) outer.splice(Number(key), 1, ...(part === undefined ? [] : [part]));
  else if (part === undefined) Reflect.deleteProperty(outer, key);
  else Reflect.set(outer, key, part);
}
