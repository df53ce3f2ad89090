import { objectOf } from '../../../description/json-value.js';
import type { Description } from '../../../description/types.js';

/** The colors of the page's header, such as `#2f3640`. */
export interface Brand {
  background: string;
  /** The color of the text: black or white, whichever has the higher contrast. */
  text: string;
}

/** The color when the description names none. */
const neutral = '#2f3640';

/**
 * Reads the colors of a description from `x-logo.backgroundColor` of its Info Object, an extension of Redoc
 * (https://redocly.com/docs/api-reference-docs/specification-extensions/x-logo). It must be a hash and six hexadecimal
 * digits. Default: a dark gray.
 */
export function brandOf({ info }: Description): Brand {
  const given = objectOf(info['x-logo']).backgroundColor;
  const background = typeof given === 'string' && /^#[\da-f]{6}$/i.test(given) ? given : neutral;
  return { background, text: contrast(background, '#000000') > contrast(background, '#ffffff') ? '#000000' : '#ffffff' };
}

/** Makes the icon for the browser tab: the first letter of the title, as a data URL. */
export function favicon({ background, text }: Brand, title: string): string {
  const [letter = ''] = title.trim();
  const shape = `<rect width="32" height="32" rx="6" fill="${background}"/>`;
  const words = /[\p{L}\p{N}]/u.test(letter)
    ? `<text x="16" y="23" text-anchor="middle" font-family="Georgia,serif" font-size="21" fill="${text}">${letter}</text>`
    : '';
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${shape}${words}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}

/** The contrast of two colors, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The relative luminance of a color, from 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(color: string): number {
  const channel = (from: number): number => {
    const value = parseInt(color.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
