/** The direction of a value: `readOnly` properties are not required in requests, `writeOnly` ones not in responses. */
export type Direction = 'request' | 'response';

/** A result of a validation. A value without findings is valid, and all its parts were checked. */
export type SchemaFinding =
  | {
      kind: 'violation';
      /** The path to the invalid part of the value: names of properties and indices. */
      path: string[];
      /** The violated keyword of JSON Schema, such as `required`; `time` if the check took too long. */
      keyword: string;
      /**
       * The rest of a sentence that begins with the place: "is required.", "must be >= 1.". It contains no value of the
       * message.
       */
      message: string;
    }
  | {
      kind: 'not checked';
      /** The path to the part of the value that was not checked. */
      path: string[];
      /** The place in the description and the reason, as a sentence. */
      reason: string;
    };
