import type { Json } from '../../../description/json-value.js';

/** A rewritten schema in JSON Schema 2020-12, for the validator. */
export interface Unit {
  /** Its key in the validator. */
  key: string;
  schema: Json | boolean;
  /** A sentence for each keyword that cannot be checked, or is checked in a way that its author may not expect. */
  problems: string[];
  /** Whether a part of it is not checked. */
  isIncomplete: boolean;
  /** The units that it refers to. */
  refersTo: Set<Unit>;
}
