/** A change of the description that its facts do not bear out, as a developer makes it by mistake. */
export interface Mutation {
  /** What is changed, in words. */
  title: string;
  /** Texts to replace: the file below `openapi/`, the text that is there, and the one that takes its place. */
  edits: Array<[file: string, from: string, to: string]>;
}

const example = (name: string): string => `components/examples/${name}.yaml`;

/** The edits that rename a field of a request in all of its examples. */
export function renamedIn(examples: string[], from: string, to: string): Mutation['edits'] {
  return examples.map((name) => [example(name), from, to]);
}
