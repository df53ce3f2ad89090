/**
 * What the docs say within a line, before it becomes HTML or Markdown: text as it is, a value or a name as code, a link,
 * or text of the description that is Markdown itself.
 */
export type Word = string | { code: string } | { href: string; text: string } | { markdown: string };

export type Words = readonly Word[];

/** A line with what it is about: `Example: EUR`. */
export interface Detail {
  label: string;
  words: Words;
}

/** Joins what is there with a text between. */
export function joined(all: readonly Words[], separator: string): Words {
  const said = all.filter((words) => words.length > 0);
  return said.flatMap((words, index) => (index === 0 ? words : [separator, ...words]));
}

/** Lists values as code, with spaces between. */
export function codes(values: readonly string[]): Words {
  return joined(
    values.map((value) => [{ code: value }]),
    ' ',
  );
}

/** A detail, where there is something to say. */
export function detail(label: string, words: Words): Detail[] {
  return words.some((word) => word !== '') ? [{ label, words }] : [];
}

/** The words without their form. */
export function plainText(words: Words): string {
  return words
    .map((word) => (typeof word === 'string' ? word : 'code' in word ? word.code : 'text' in word ? word.text : word.markdown))
    .join('');
}
