import type { Words } from '../../words.js';
import { isTelling, type Value } from '../value.js';

/** A field of a body, a parameter or a header. */
export interface Field extends Value {
  /** The name, with its path for a nested field: `account.email`, `accounts[].email`. */
  name: string;
  requirement: 'required' | '';
}

/** Alternatives of a value, each with its fields. */
export interface ChoiceRow {
  /** The path to the value; empty for the body itself. */
  name: string;
  /** A heading that says how many of the alternatives apply. */
  words: string;
  /** The type of an alternative is empty when its limits or its fields say more. */
  alternatives: Array<Value & { name: string; when: Words; rows: Row[] }>;
}

export type Row = Field | ChoiceRow;

/** Whether a value is sent or received. Read-only fields are not sent, and write-only fields are not received. */
export type Direction = 'request' | 'response';

export function isChoice(row: Row): row is ChoiceRow {
  return 'alternatives' in row;
}

/**
 * Leaves out what the rows around an alternative already say: the type of a field that only gets further limits, and a field
 * about which there is nothing new.
 */
export function withoutKnown(rows: Row[], around: readonly Field[]): Row[] {
  const known = new Map(around.map((row) => [row.name, row]));
  return rows.flatMap((row) => {
    const other = isChoice(row) ? undefined : known.get(row.name);
    if (isChoice(row) || other === undefined) return [row];
    if (JSON.stringify(row) === JSON.stringify(other)) return [];
    return [row.type === 'any' && (isTelling(row) || row.requirement !== '') ? { ...row, type: '' } : row];
  });
}
