/**
 * A piece of a line of the docs, before it becomes HTML or Markdown: plain text, a value or name as code, a link, or text from
 * the description, which is Markdown.
 */
export type Word = string | { code: string } | { href: string; text: string } | { markdown: string };

export type Words = readonly Word[];

/** A line with a label: `Example: EUR`. */
export interface Detail {
  label: string;
  words: Words;
}

/** Joins lists of words with a separator. Empty lists are left out. */
export function joined(all: readonly Words[], separator: string): Words {
  const said = all.filter((words) => words.length > 0);
  return said.flatMap((words, index) => (index === 0 ? words : [separator, ...words]));
}

/** Lists values as code, with commas between. */
export function codes(values: readonly string[]): Words {
  return joined(
    values.map((value) => [{ code: value }]),
    ', ',
  );
}

/** Lists parts in a sentence: a, b and c. */
export function sentence(parts: readonly Word[], conjunction: 'and' | 'or'): Words {
  const [last, ...others] = parts.toReversed();
  const first = joined(
    others.toReversed().map((part) => [part]),
    ', ',
  );
  return joined([first, last === undefined ? [] : [last]], ` ${conjunction} `);
}

/** Lists values as code in a sentence: `a`, `b` and `c`. */
export function listed(values: readonly string[], conjunction: 'and' | 'or'): Words {
  return sentence(
    values.map((code) => ({ code })),
    conjunction,
  );
}

/** A detail in a list; an empty list when there are no words. */
export function detail(label: string, words: Words): Detail[] {
  return words.some((word) => word !== '') ? [{ label, words }] : [];
}

/** The text of words, without code and link markup. */
export function plainText(words: Words): string {
  return words
    .map((word) => (typeof word === 'string' ? word : 'code' in word ? word.code : 'text' in word ? word.text : word.markdown))
    .join('');
}

/** Whether two texts differ only in case, spaces and punctuation, as `User Name` and `user_name`. */
export function isSameText(one: string, other: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return bare(one) === bare(other);
}
