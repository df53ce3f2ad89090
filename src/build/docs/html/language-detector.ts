// English is told by its small words. What knows the other languages takes a twentieth of a build to load: descriptions
// that are in English throughout do without it.
import type { eld as Detector } from 'eld/extrasmall';

let detector: typeof Detector | undefined;

/** The detector knows no Indonesian, and takes it for Malay. */
const uncertain = ['ms'];

/** So many of the words of an English text are small ones, at the least. */
const leastShare = 1 / 5;
/** Some of these stand in texts of other languages, too. */
const smallWords = new Set('a an and are be by for if in is it not of or that the this to with you'.split(' '));
const onlyEnglish = /\b(and|that|the|this|with)\b/i;

/** Loads what tells the languages of some texts. Until then, English alone is told. */
export async function loadDetector(texts: string[]): Promise<void> {
  if (detector === undefined && !texts.every(isPlainEnglish)) ({ eld: detector } = await import('eld/extrasmall'));
}

/** The language of a text, as a tag of BCP 47; `undefined` where the text does not tell for certain. */
export function detectedLanguage(text: string): string | undefined {
  if (isPlainEnglish(text)) return 'en';
  const found = detector?.detect(text);
  return found?.isReliable() && !uncertain.includes(found.language) ? found.language : undefined;
}

function isPlainEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const small = words.filter((word) => smallWords.has(word));
  return onlyEnglish.test(text) && small.length >= words.length * leastShare;
}
