/** Scripts of which each is written in one language, or in several, which a script tag leaves open (BCP 47). */
const scripts: ReadonlyArray<{ letters: RegExp; language: string }> = [
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, language: 'ja' },
  { letters: /\p{Script=Hangul}/u, language: 'ko' },
  { letters: /\p{Script=Han}/u, language: 'und-Hani' },
  { letters: /\p{Script=Arabic}/u, language: 'und-Arab' },
  { letters: /\p{Script=Hebrew}/u, language: 'he' },
  { letters: /\p{Script=Cyrillic}/u, language: 'und-Cyrl' },
  { letters: /\p{Script=Greek}/u, language: 'el' },
  { letters: /\p{Script=Thai}/u, language: 'th' },
  { letters: /\p{Script=Devanagari}/u, language: 'und-Deva' },
];

/**
 * The language of a text, as far as its letters tell: the page is in English, and says so.
 *
 * @returns A language tag; `undefined` where most letters are Latin, or none of a script that is known here.
 */
export function languageOf(text: string): string | undefined {
  if (/^[\p{ASCII}\p{P}\p{S}\s]*$/u.test(text)) return undefined;
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  if (latin * 2 > letters.length) return undefined;
  return scripts.find((one) => one.letters.test(text))?.language;
}
