import { fullUrl, type SampleRequest } from '../../../../requests/sample-request.js';
import { jsonBlock } from '../json-text.js';
import { languageOf, type ShownExample } from './example.js';

/** The request as the panel shows it. */
export interface RequestPanel {
  /** The first line and the headers of the samples, where they carry more than a body says: a query, a credential. */
  head: string;
  /** The body of the samples first. */
  bodies: ShownExample[];
}

/**
 * @param sample The request of the samples.
 * @param examples The examples of the body; without those that only the mock examples show.
 */
export function requestPanel(sample: SampleRequest | undefined, examples: ShownExample[]): RequestPanel {
  if (!sample) return { head: '', bodies: examples };
  const { method, headers, query, body } = sample;
  const isPlain = query.length === 0 && headers.every(([name]) => name === 'Content-Type');
  const path = fullUrl(sample).slice(sample.server.length);
  const lines = [`${method} ${path}`, ...headers.map((pair) => pair.join(': '))];
  const text = body ? jsonBlock(body.text) : '';
  const isShown = text === '' || examples.some((one) => one.text === text);
  const first: ShownExample = {
    label: examples.length > 0 ? 'As in the samples' : '',
    words: '',
    text,
    language: languageOf(text),
    href: undefined,
  };
  return { head: isPlain ? '' : lines.join('\n'), bodies: isShown ? examples : [first, ...examples] };
}
