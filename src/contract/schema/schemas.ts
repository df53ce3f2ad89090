import type { Description } from '../../description/types.js';

/** Which way a value goes: `readOnly` is not asked for in requests, `writeOnly` not in responses. */
export type Direction = 'request' | 'response';

/** What a schema says of a value. A value without findings is valid, and was checked in all its parts. */
export type SchemaFinding =
  | {
      kind: 'violation';
      /** The way to the part of the value that is wrong, from the value: names of properties and indices. */
      path: string[];
      /** The keyword of JSON Schema that is broken, such as `required`; `time` when the check took too long. */
      keyword: string;
      /** What must be, as the rest of a sentence after the place: "is required.", "must be >= 1.". It holds no value. */
      message: string;
    }
  | {
      kind: 'not checked';
      /** The way to the part of the value that was not checked. */
      path: string[];
      /** Where in the description and why, in a sentence. */
      reason: string;
    };

/**
 * Holds values to the schemas of a description. Each schema is compiled when it is first needed.
 *
 * A value is what JSON can hold. An integer that a double cannot hold exactly is a `bigint`, as `readJson` gives it.
 *
 * A pointer is a JSON Pointer (RFC 6901) to a schema in the description, such as
 * `/paths/~1pets/post/requestBody/content/application~1json/schema`. It may lead through Reference Objects, which are
 * followed: `/paths/~1pets/get/parameters/0/schema` where the parameter is a reference.
 */
export interface Schemas {
  /**
   * Holds a value from outside to a schema. It holds the thread for no longer than some tens of milliseconds; a pattern that
   * takes longer goes on beside it, until the time limit makes it a violation.
   *
   * @returns Violations first; nothing for a value that is valid. It does not reject.
   */
  check(pointer: string, value: unknown, direction: Direction): Promise<SchemaFinding[]>;
  /** The same at once, for values that are made here: it may hold the thread until the time limit. */
  checkNow(pointer: string, value: unknown, direction: Direction): SchemaFinding[];
  /**
   * What of a schema, and of those that it refers to, cannot be checked: a sentence each, which begins with the place, for a
   * warning at start. The rest of the schema is checked.
   */
  problems(pointer: string, direction: Direction): string[];
}

/**
 * Prepares the schemas of a description of OpenAPI 3.0 to 3.2.
 *
 * @param description The bundled description; it must not change afterwards.
 */
export function createSchemas(description: Description): Schemas {
  void description;
  throw new Error('The validator is being written: this is its interface.');
}
