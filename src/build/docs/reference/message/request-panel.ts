import { fullUrl, type SampleRequest } from '../../../../requests/sample-request.js';
import { jsonBlock } from '../json-text.js';
import { languageOf, type ShownExample } from './example.js';

/** The request in the panel of an operation. */
export interface RequestPanel {
  /** The request line and the headers; empty unless there is a query, or a header besides Content-Type. */
  head: string;
  /** The request bodies. The body of the code samples comes first. */
  bodies: ShownExample[];
}

/**
 * Collects what the panel shows of a request.
 *
 * @param sample The request of the code samples.
 * @param examples The examples of the body, without those that are among the mock examples.
 */
export function requestPanel(sample: SampleRequest | undefined, examples: ShownExample[]): RequestPanel {
  if (!sample) return { head: '', bodies: examples };
  const { method, headers, query, body } = sample;
  const isPlain = query.length === 0 && headers.every(([name]) => name === 'Content-Type');
  const path = fullUrl(sample).slice(sample.server.length);
  const lines = [`${method} ${path}`, ...headers.map((pair) => pair.join(': '))];
  const text = body ? jsonBlock(body.text) : '';
  const isShown = text === '' || examples.some((one) => jsonBlock(one.text) === text);
  const first: ShownExample = {
    label: examples.length > 0 ? 'As in the samples' : '',
    words: '',
    text,
    language: languageOf(text),
    href: undefined,
  };
  return { head: isPlain ? '' : lines.join('\n'), bodies: isShown ? examples : [first, ...examples] };
}
