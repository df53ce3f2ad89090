/** A wrong change of the description, as a developer might make it by mistake. */
export interface Mutation {
  /** A description of the change. */
  title: string;
  /** The edits: the file below `openapi/`, the old text and the new text. */
  edits: Array<[file: string, from: string, to: string]>;
}

const example = (name: string): string => `components/examples/${name}.yaml`;

/** The edits that rename a field of a request in all of its examples. */
export function renamedIn(examples: string[], from: string, to: string): Mutation['edits'] {
  return examples.map((name) => [example(name), from, to]);
}
