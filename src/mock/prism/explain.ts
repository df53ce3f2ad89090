import { unescapeToken } from '../../description/resolve.js';
import { violation, type Violation } from '../exchange/violation.js';
import type { PrismDiagnostic } from './prism.js';

/**
 * Says in the words of the mock what Prism finds wrong with a request or a response.
 *
 * @param message What Prism looked at, as its sentences begin.
 * @param isWrapped Whether the body was shown to Prism as the property `body` of an object.
 */
export function explain(message: 'Request' | 'Response', diagnostic: PrismDiagnostic, isWrapped = false): Violation {
  const { path: [place, ...steps] = [], code } = diagnostic;
  if (place === undefined) return explainWhole(diagnostic);
  const inner = steps.map(unescapeToken);
  const path = [place, ...(place === 'body' && isWrapped ? inner.slice(1) : inner)];
  const sentence = withoutPlace(message, place, steps, diagnostic.message);
  const missing = code === 'required' ? /^must have required property '(.*)'$/s.exec(sentence)?.[1] : undefined;
  if (missing !== undefined) return violation([...path, missing], 'required', 'is required.');
  return violation(path, String(code ?? 'invalid'), `${sentence.replace(/\.$/, '')}.`);
}

/** What is wrong with the message as a whole: Prism gives no path, only a sentence. */
function explainWhole({ message, code }: PrismDiagnostic): Violation {
  const mediaType = /^The received media type "(.*)" does not match the ones? specified in the current response: (.*)$/s.exec(
    message,
  );
  if (mediaType) {
    const [, received, documented = ''] = mediaType;
    return violation(
      ['header', 'content-type'],
      'media-type',
      `must be ${documented.replaceAll(', ', ' or ')}, not ${received || 'missing'}.`,
    );
  }
  if (message.startsWith('Unable to match the returned status code'))
    return violation(['status'], 'status', 'is not documented.');
  return violation(['message'], String(code ?? 'invalid'), `is invalid: ${message.replace(/\.$/, '')}.`);
}

/** Prism begins its sentences with the place, in words that it takes from the path. */
function withoutPlace(message: string, place: string, steps: string[], sentence: string): string {
  const kind = place === 'body' ? 'property' : 'parameter';
  const words = steps.length > 0 ? `${message} ${place} ${kind} ${steps.join('.').trim()} ` : `${message} ${place} `;
  return sentence.startsWith(words) ? sentence.slice(words.length) : sentence;
}
