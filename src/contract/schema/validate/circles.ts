import type { Unit } from '../rewrite/unit.js';

/**
 * Finds the strongly connected components of units, with Tarjan's algorithm.
 *
 * @param targetsOf The units that a unit leads to.
 */
export function circlesOf(units: readonly Unit[], targetsOf: (unit: Unit) => Iterable<Unit>): Unit[][] {
  const circles: Unit[][] = [];
  const order = new Map<Unit, number>();
  const lowest = new Map<Unit, number>();
  const open: Unit[] = [];
  const isOpen = new Set<Unit>();
  const wanted = new Set(units);
  const enter = (unit: Unit): Iterator<Unit> => {
    order.set(unit, order.size);
    lowest.set(unit, order.size - 1);
    open.push(unit);
    isOpen.add(unit);
    return targetsOf(unit)[Symbol.iterator]();
  };
  const lower = (unit: Unit, to: number): void => void lowest.set(unit, Math.min(lowest.get(unit) ?? to, to));
  for (const start of units) {
    if (order.has(start)) continue;
    const way: Array<[Unit, Iterator<Unit>]> = [[start, enter(start)]];
    for (let last = way.at(-1); last; last = way.at(-1)) {
      const [unit, targets] = last;
      const next = targets.next();
      if (!next.done) {
        const target = next.value;
        if (!wanted.has(target)) continue;
        if (!order.has(target)) way.push([target, enter(target)]);
        else if (isOpen.has(target)) lower(unit, order.get(target) ?? 0);
        continue;
      }
      way.pop();
      const outer = way.at(-1)?.[0];
      if (outer) lower(outer, lowest.get(unit) ?? 0);
      if (lowest.get(unit) !== order.get(unit)) continue;
      const circle = open.splice(open.indexOf(unit));
      for (const one of circle) isOpen.delete(one);
      circles.push(circle);
    }
  }
  return circles;
}
