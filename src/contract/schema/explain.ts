import { unescapeToken } from '../../description/resolve.js';
import { violation, type Violation } from '../message/violation.js';
import type { PrismDiagnostic } from '../../mock/making/prism/prism.js';

/** How a sentence of Prism is said again. */
export interface Explaining {
  /** Whether the body was shown to Prism as the property `body` of an object. Default: no. */
  isWrapped?: boolean;
  /** Whether a name may be shown, as one of the description; another one may be a value. Default: each may. */
  isShown?: (name: string) => boolean;
}

/**
 * Says in the words of the mock what Prism finds wrong with a request or a response.
 *
 * @param message What Prism looked at, as its sentences begin.
 */
export function explain(
  message: 'Request' | 'Response',
  diagnostic: PrismDiagnostic,
  { isWrapped = false, isShown = () => true }: Explaining = {},
): Violation {
  const { path: [place, ...steps] = [], code } = diagnostic;
  if (place === undefined) return explainWhole(diagnostic);
  const inner = (place === 'body' && isWrapped ? steps.slice(1) : steps).map(unescapeToken);
  const path = [place, ...inner.map((step) => (/^\d+$/.test(step) || isShown(step) ? step : '*'))];
  // What was found may be a secret.
  const sentence = withoutPlace(message, place, steps, diagnostic.message).replace(/; found '.*'$/s, '');
  const missing = code === 'required' ? /^must have required property '(.*)'$/s.exec(sentence)?.[1] : undefined;
  if (missing !== undefined) {
    return violation([...path, missing], 'required', message === 'Request' ? 'is required.' : 'is missing.');
  }
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
