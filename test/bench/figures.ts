import type { Row } from './row.js';

export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function atLeast(name: string, value: number, limit: number): Row {
  return { name, value: value.toFixed(2), limit: `>= ${limit.toFixed(2)}`, met: value >= limit };
}

export function atMost(name: string, value: number, limit: number): Row {
  return { name, value: value.toFixed(2), limit: `<= ${limit.toFixed(2)}`, met: value <= limit };
}
