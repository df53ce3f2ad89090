import type { Description } from '../../../description/types.js';
import { isList, isObject } from '../../../description/json-value.js';
import { onceFor } from '../../../description/once-for.js';
import { trusted, type Html } from './html.js';
import { detectedLanguage, loadDetector } from './language-detector.js';

/**
 * A placeholder in the tag around text of a description. `inLanguages` replaces it by the language. Text of a description
 * cannot contain it, since other tags than those for text are escaped.
 */
export const said: Html = trusted('<said>');

/** The language of the page's own text, such as headings, labels and buttons. */
const ownLanguage = 'en';

/** The fewest letters in Latin script from which the language of a single text is detected. */
const longSentence = 80;
/** How many characters of a description are examined. */
const enough = 20_000;
/** Scripts that only one language uses. */
const scripts: ReadonlyArray<[letters: RegExp, language: string]> = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
];

/**
 * Detects the language of a text. Without a language, a screen reader uses the voice that its user has chosen, which is better
 * than a wrong voice.
 *
 * @param fewest The fewest letters that a text in Latin script needs.
 * @returns A BCP 47 tag, or `undefined` when the language is not certain.
 */
export function languageOf(text: string, fewest: number = longSentence): string | undefined {
  if (text.length < fewest && isCommon(text)) return undefined;
  const words = wordsOf(text);
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  const isLatin = isMostly(words, /\p{Script=Latin}/gu);
  if (isLatin && letters < fewest) return undefined;
  const byScript = isLatin ? undefined : scripts.find(([one]) => one.test(words))?.[1];
  return byScript ?? detectedLanguage(words);
}

/**
 * Detects the language of more than three quarters of the text in a description. It first loads the language detector, if that
 * or `languageOf` needs it for the texts of the description.
 */
export const documentLanguage: (description: Description) => Promise<string | undefined> = onceFor(async (description) => {
  const texts: string[] = [];
  addTexts(description, texts);
  const isShort = (text: string): boolean => text.length < longSentence;
  await loadDetector([texts.filter(isShort).join('\n'), ...texts.filter((text) => !isShort(text))].map(wordsOf));
  return languageOfMost(texts);
});

/** Removes code, tags, identifiers and addresses from a text. */
function wordsOf(text: string): string {
  return text.replaceAll(/`[^`]*`|<[^>]*>|\S+[@./_]\S+/g, ' ').slice(0, 500);
}

/** The `lang` and `dir` attributes of a text in a description; no `lang` when the language is not certain. */
export function languageAttributes(text: string): string {
  const language = languageOf(text);
  const isFromRight =
    !isCommon(text) && isMostly(text, /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu);
  return (language === undefined ? '' : ` lang="${language}"`) + (isFromRight ? ' dir="rtl"' : '');
}

function languageOfMost(texts: string[]): string | undefined {
  const lengths = new Map<string | undefined, number>();
  let [length, short] = [0, ''];
  const count = (text: string): void => {
    const language = languageOf(text, 40);
    lengths.set(language, (lengths.get(language) ?? 0) + text.length);
    length += text.length;
  };
  for (const text of texts) {
    // A short text alone is not enough to detect a language.
    if (text.length < longSentence) short += `${text}\n`;
    const part = text.length < longSentence ? short : text;
    if (part.length < longSentence) continue;
    count(part);
    if (part === short) short = '';
    if (length > enough) break;
  }
  count(short);
  return [...lengths].find(([, ofLanguage]) => ofLanguage * 4 > length * 3)?.[0];
}

/**
 * Marks the language of each text of a page. The page's own text is English. The text of the description has the language
 * of the description, or an empty `lang` when that is not certain.
 *
 * @param language The language of the description; `undefined` when it is not certain.
 * @returns The attributes for the elements `html` and `body`, and the marked content of the body.
 */
export function inLanguages({ html: body }: Html, language: string | undefined): { ofPage: Html; ofBody: Html; body: Html } {
  const isOwn = language === ownLanguage;
  const known = new RegExp(`(<\\w+) lang="${language ?? ''}"`, 'g');
  return {
    ofPage: trusted(` lang="${language ?? ownLanguage}"`),
    ofBody: trusted(isOwn || language === undefined ? '' : ` lang="${ownLanguage}"`),
    body: trusted(body.replaceAll(known, '$1').replaceAll(said.html, isOwn ? '' : ` lang="${language ?? ''}"`)),
  };
}

/** Adds the prose of a description to a list, without its examples. */
function addTexts(value: unknown, texts: string[]): void {
  if (isList(value)) for (const part of value) addTexts(part, texts);
  if (!isObject(value)) return;
  for (const [name, part] of Object.entries(value)) {
    if (typeof part !== 'string') {
      if (!/^(examples?|default|enum|const|x-.*)$/.test(name)) addTexts(part, texts);
    } else if (['description', 'summary', 'title'].includes(name)) texts.push(part);
  }
}

/** Whether all letters of a text are ASCII. Other characters may be punctuation and symbols. */
function isCommon(text: string): boolean {
  return /^[\p{ASCII}\p{P}\p{S}\s]*$/u.test(text);
}

function isMostly(text: string, letters: RegExp): boolean {
  return (text.match(letters)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}
