/** Unique texts and numbers, each with the field that it was written to. */
export class Marks {
  readonly all: Array<{ field: string; mark: string }> = [];

  /** A unique word. */
  text(field: string): string {
    return this.#add(field, (number) => `mark${number}x`);
  }

  number(field: string): number {
    return Number(this.#add(field, (number) => String(700_000 + number)));
  }

  /** The URL of a page. */
  url(field: string): string {
    return `https://${this.text(field)}.example`;
  }

  /** An object with a member whose name is a mark. */
  named<Value>(field: string, value: Value): Record<string, Value> {
    return { [this.text(field)]: value };
  }

  #add(field: string, make: (number: number) => string): string {
    const mark = make(100 + this.all.length);
    this.all.push({ field, mark });
    return mark;
  }
}
