import { createRequire } from 'node:module';
import type { Format } from 'ajv/dist/2020.js';

const require = createRequire(import.meta.url);
const { fullFormats } = require('ajv-formats/dist/formats') as { fullFormats: Record<string, Format> };

/** The integers of the format registry of OpenAPI, by the powers of two that they lie between. */
export const integerFormats: Record<string, [least: bigint, most: bigint]> = {
  int8: signed(8n),
  int16: signed(16n),
  int32: signed(32n),
  int64: signed(64n),
  uint8: unsigned(8n),
  uint16: unsigned(16n),
  uint32: unsigned(32n),
  uint64: unsigned(64n),
};

/** Formats of texts whose check takes a time that grows with the square of the text. */
const slowFormats = ['url'];

/** What is checked by a format of texts. Other formats are ignored, as JSON Schema asks. */
const textFormats = new Set(
  Object.entries(fullFormats).flatMap(([name, format]) => (isOfNumbers(format) || format === true ? [] : [name])),
);

/** The keywords that a `format` is checked by; none for an unknown one. */
export function formatKeywords(format: string): Record<string, unknown> {
  if (Object.hasOwn(integerFormats, format)) return { integerFormat: format };
  return textFormats.has(format) ? { format } : {};
}

/** The formats of texts, as Ajv takes them. @param isMatch Matches a pattern that may take long within the time limit. */
export function textFormatsFor(isMatch: (pattern: RegExp, text: string, mostSteps: number) => boolean): Array<[string, Format]> {
  return [...textFormats].map((name): [string, Format] => {
    const format = fullFormats[name] ?? true;
    if (!slowFormats.includes(name) || !(format instanceof RegExp)) return [name, format];
    return [name, (text: string) => isMatch(format, text, text.length ** 2)];
  });
}

function signed(bits: bigint): [bigint, bigint] {
  return [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
}

function unsigned(bits: bigint): [bigint, bigint] {
  return [0n, 2n ** bits - 1n];
}

function isOfNumbers(format: Format): boolean {
  return typeof format === 'object' && 'type' in format && format.type === 'number';
}
