import { decodeIfPossible, decodePair, decodePart, type Decode, type SentPair } from '../../description/parameters/sent.js';

/**
 * Splits a query or a urlencoded form into pairs. The texts stay encoded, because only the encoding tells a separator from the
 * same character within a part.
 *
 * @param text With or without the question mark of a query.
 */
export function sentPairs(text: string): SentPair[] {
  return pairsOf(text.replace(/^\?/, '').split('&'), decodePair);
}

/** The cookies of a request (RFC 6265, section 4.2). The texts are as sent. */
export function sentCookies(header = ''): SentPair[] {
  return pairsOf(
    header.split(';').map((pair) => pair.trim()),
    decodePart,
  );
}

function pairsOf(parts: string[], decode: Decode): SentPair[] {
  return parts.filter(Boolean).map((part) => {
    const end = part.search(/=|$/);
    return { name: decodeIfPossible(part.slice(0, end), decode), text: part.slice(end + 1) };
  });
}
