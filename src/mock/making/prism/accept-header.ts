import { token } from '../../../contract/message/field.js';

const mediaRange = new RegExp(`^(?:\\*/\\*|${token}/${token})$`);
const parameter = new RegExp(`^${token}=(?:${token}|"[^"\\\\]*")$`);

/** The most media ranges that are read. No real client sends more. */
export const mostRanges = 100;

/**
 * Removes everything from an `Accept` header that is not a media range (RFC 9110, section 12.5.1). Prism throws on anything
 * else, and a server may ignore it.
 *
 * @returns The remaining header; `undefined` when nothing is left, which means that the client accepts everything.
 */
export function acceptable(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const ranges = header.split(',', mostRanges).flatMap((one) => readRange(one) ?? []);
  return ranges.length > 0 ? ranges.join(',') : undefined;
}

function readRange(text: string): string | undefined {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim());
  if (!mediaRange.test(range)) return undefined;
  return [
    range,
    ...parameters.filter((one) => parameter.test(one) && !(/^q=/i.test(one) && Number.isNaN(Number(one.slice(2))))),
  ].join(';');
}
