import { Expression, literal } from './literal.js';

/** Writes a list of texts that several operations have as one constant. A bundler would keep each copy of a list. */
export class SharedLists {
  readonly #names = new Map<string, string>();

  /** @param taken The names that the file already uses. */
  constructor(private readonly taken: ReadonlySet<string>) {}

  /** The expression for a list: the name of its constant. An empty list is written in place. */
  share(list: string[]): Expression {
    const text = literal(list);
    if (list.length === 0) return new Expression(text);
    let name = this.#names.get(text) ?? `types${this.#names.size + 1}`;
    while (this.taken.has(name)) name += '_';
    this.#names.set(text, name);
    return new Expression(name);
  }

  /** Writes the constants, for the beginning of the file. */
  render(): string {
    const lines = [...this.#names].map(([text, name]) => `const ${name}: readonly string[] = ${text};\n`);
    return lines.length > 0 ? `${lines.join('')}\n` : '';
  }
}
