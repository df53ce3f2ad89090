import { isObject } from '../../../description/json-value.js';

/** An invalid part of a value. */
export interface InvalidPart {
  /** The path to the part: names of properties and indices of items. */
  steps: string[];
  /** How often to make the part again before it is removed. */
  attempts: number;
}

/** The functions that repairing a value needs. */
export interface Repair {
  /** Finds the invalid parts of a value. */
  broken: (value: unknown) => InvalidPart[];
  /**
   * Makes the part at a path again.
   *
   * @param attempt How often the part was made again before; each attempt has another result.
   * @returns The part; `undefined` when it cannot be made.
   */
  remake: (steps: string[], round: number, attempt: number) => unknown;
}

/** The most rounds. A value that is still invalid then cannot be repaired in this way. */
const mostRounds = 30;

/** The longest time for repairing, in milliseconds. A recursive schema can have very many invalid parts. */
const longest = 500;

const order = new Intl.Collator('en', { numeric: true });

/**
 * Repairs a value. It makes each invalid part again, and removes a part that stays invalid. When the time is over, invalid parts
 * are removed at once.
 *
 * @param value A JSON value; it is not changed.
 * @returns The repaired value; `undefined` when it cannot be repaired.
 */
export function repair(value: unknown, { broken, remake }: Repair): unknown {
  const root = { value: structuredClone(value) };
  const remade = new Map<string, number>();
  // The time starts after the first part is made, since that may load the generator, which is slow.
  let deadline = Infinity;
  for (let round = 0; round < mostRounds; round += 1) {
    const parts = innermost(broken(root.value));
    if (parts.length === 0) return root.value;
    let isChanged = false;
    for (const { steps, attempts } of parts) {
      const way = ['value', ...steps];
      const name = JSON.stringify(steps);
      const isLate = performance.now() > deadline;
      const before = remade.get(name) ?? 0;
      const isHopeless = before >= attempts || (steps.length > 0 && isEmptyObject(at(root, way)));
      const part = isLate || isHopeless ? undefined : remake(steps, round, before);
      remade.set(name, before + 1);
      deadline = Math.min(deadline, performance.now() + longest);
      isChanged ||= part !== undefined || at(root, way) !== undefined;
      put(root, way, part);
    }
    if (root.value === undefined || !isChanged) return undefined;
  }
  return undefined;
}

/** The parts that contain no other part, deepest and last first. When an item is removed, the items after it move up. */
function innermost(parts: InvalidPart[]): InvalidPart[] {
  const distinct = new Map(parts.map((part) => [JSON.stringify(part.steps), part]));
  const outer = new Set<string>();
  for (const { steps } of distinct.values()) {
    for (let length = 0; length < steps.length; length += 1) outer.add(JSON.stringify(steps.slice(0, length)));
  }
  return [...distinct]
    .filter(([name]) => !outer.has(name))
    .map(([, part]) => part)
    .sort(({ steps: one }, { steps: other }) => other.length - one.length || order.compare(other.at(-1) ?? '', one.at(-1) ?? ''));
}

function isEmptyObject(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
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
