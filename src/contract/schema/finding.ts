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
