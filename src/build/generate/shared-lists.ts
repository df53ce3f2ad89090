import { Expression, literal } from './literal.js';

/** Lists of texts that many operations have, written once: a bundler keeps each text as often as it finds it. */
export class SharedLists {
  readonly #names = new Map<string, string>();

  /** @param taken The names that the file has already. */
  constructor(private readonly taken: ReadonlySet<string>) {}

  /** What stands for a list. */
  share(list: string[]): Expression {
    const text = literal(list);
    if (list.length === 0) return new Expression(text);
    let name = this.#names.get(text) ?? `types${this.#names.size + 1}`;
    while (this.taken.has(name)) name += '_';
    this.#names.set(text, name);
    return new Expression(name);
  }

  /** The constants that the file begins with. */
  render(): string {
    const lines = [...this.#names].map(([text, name]) => `const ${name}: readonly string[] = ${text};\n`);
    return lines.length > 0 ? `${lines.join('')}\n` : '';
  }
}
