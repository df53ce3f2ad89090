import { isMatch } from '../../../../contract/schema/patterns/is-match.js';
import type { GeneratorSchema } from './well-formed.js';

/** Replacements, by keywords that the generators know, for formats that they do not know. */
const formats: ReadonlyMap<unknown, object> = mapOf({
  duration: { pattern: '^P[1-9]D$' },
  byte: { pattern: '^([A-Za-z0-9+/]{4})+$' },
  'relative-json-pointer': { pattern: '^[1-9]/[a-z]+$' },
  'idn-hostname': { format: 'hostname' },
  url: { pattern: '^https://example\\.com/[a-z]{1,8}$' },
  base64url: { pattern: '^[A-Za-z0-9_-]{8}$' },
  char: { pattern: '^[a-z]$' },
  decimal: { pattern: '^[1-9]\\.[0-9]{2}$' },
  'http-date': { pattern: '^Mon, 0[1-9] Jan 2024 10:00:00 GMT$' },
  'media-range': { pattern: '^text/plain$' },
});

/** Sample texts of formats, in several forms, so that one of them may also satisfy a pattern or a length. */
const texts: ReadonlyMap<unknown, string[]> = mapOf({
  'date-time': ['Z', '.678Z', '+01:00', '.678+01:00', '.678901Z'].map((rest) => `2024-01-02T03:04:05${rest}`),
  date: ['2024-01-02', '2024-12-31'],
  time: ['03:04:05Z', '03:04:05.678Z', '03:04:05+01:00'],
  email: ['ada@example.com', 'ada.lovelace@example.com', 'ada@example.org', 'a@b.co'],
  hostname: ['example.com', 'www.example.com', 'a.co'],
  ipv4: ['192.0.2.1', '10.0.0.1', '192.0.2.100'],
  ipv6: ['2001:db8::1', '2001:0db8:0000:0000:0000:0000:0000:0001'],
  uri: ['https://example.com', 'https://example.com/a', 'http://example.com', 'https://a.co', 'urn:a:b'],
  uuid: ['5e2c1a4f-7b3d-4c6e-9f80-a1b2c3d4e5f6', '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', '5E2C1A4F-7B3D-4C6E-9F80-A1B2C3D4E5F6'],
});

function mapOf<T>(values: Record<string, T>): ReadonlyMap<unknown, T> {
  return new Map(Object.entries(values));
}

/** Sample texts of a format; empty for an unknown format. */
export function textsOf(format: unknown): string[] {
  return texts.get(format) ?? [];
}

/** Keywords removed beside `enum`: the generators handle only one keyword, or reformat the listed text. */
const ofTexts = ['format', 'pattern', 'minLength', 'maxLength'];

/** Adapts formats and enums to what the generators support. Enum values that violate the other keywords are removed. */
export function formatted(made: GeneratorSchema): void {
  // These formats are of texts. A number may have one, such as "decimal", without an effect.
  if (made.type !== undefined && ![made.type].flat().includes('string')) Reflect.deleteProperty(made, 'format');
  const { format, pattern, minLength = 0, maxLength = Infinity, enum: listed } = made;
  const known = pattern === undefined ? formats.get(format) : undefined;
  if (known) {
    Reflect.deleteProperty(made, 'format');
    Object.assign(made, known);
  }
  const isOfWrongLength = (text: string): boolean => {
    const { length } = Array.from(text);
    return length < minLength || length > maxLength;
  };
  const isFitting = (one: unknown): boolean => typeof one !== 'string' || (!isOfWrongLength(one) && isMatch(pattern ?? '', one));
  const all = listed ?? textsOf(format);
  const fitting = all.filter(isFitting);
  const isChosen = listed !== undefined || pattern !== undefined || fitting.length < all.length;
  if (!isChosen || fitting.length === 0) return;
  for (const keyword of ofTexts) Reflect.deleteProperty(made, keyword);
  made.enum = fitting;
}
