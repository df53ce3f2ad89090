// Saves time in each build of an English description. English is recognized by its function words. The detector for all other
// languages is slow to load, so it is loaded only for a description with other text.
import type { eld as Detector } from 'eld/extrasmall';

let detector: typeof Detector | undefined;

/** The detector does not know Indonesian, and takes it for Malay. */
const uncertain = ['ms'];

/** The lowest share of function words in English text. */
const leastShare = 1 / 5;
/** English function words. Some of them are words of other languages as well. */
const smallWords = new Set('a an and are be by for if in is it not of or that the this to with you'.split(' '));
const onlyEnglish = /\b(and|that|the|this|with)\b/i;

/** Loads the language detector when one of the texts needs it. Without it, only English is recognized. */
export async function loadDetector(texts: string[]): Promise<void> {
  if (detector === undefined && !texts.every(isPlainEnglish)) ({ eld: detector } = await import('eld/extrasmall'));
}

/** Detects the language of a text. Returns a BCP 47 tag, or `undefined` when the language is not certain. */
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
