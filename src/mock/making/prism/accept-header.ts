const mediaRange = /^(?:\*\/\*|[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+)$/;
const parameter = /^[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"[^"\\]*")$/;

/** More media ranges than this are no preference of a person or a program. */
export const mostRanges = 100;

/**
 * Keeps of an `Accept` header what is a media range (RFC 9110, section 12.5.1).
 * Prism throws on anything else; a server may disregard it.
 *
 * @returns The header to go by; `undefined` when nothing is left of it, which accepts everything.
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
