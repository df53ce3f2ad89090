import type { Json } from '../../../description/json-value.js';

/** A schema as the validator takes it, of JSON Schema 2020-12. */
export interface Unit {
  /** What the validator knows it by. */
  key: string;
  schema: Json | boolean;
  /** What in it cannot be checked, and what is checked in a way that its author may not expect. */
  problems: string[];
  /** Whether a part of it is not checked. */
  isIncomplete: boolean;
  /** The units that it refers to. */
  refersTo: Set<Unit>;
}
