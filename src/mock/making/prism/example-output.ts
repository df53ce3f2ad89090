import type { MadeOutput, PrismOperation, PrismRequest, ResponseChoice } from './prism-types.js';

/** Media types that need no reading to be told apart. */
const plainType = /^[\w.+-]+\/[\w.+-]+$/;

/**
 * Makes what Prism makes of an example where nothing is to be chosen or generated. Many mocks send nothing else, and loading
 * Prism takes longer than all else at their start.
 *
 * @returns `undefined` where only Prism knows.
 */
export function exampleOutput(operation: PrismOperation, request: PrismRequest, choice: ResponseChoice): MadeOutput | undefined {
  const { method, callbacks, deprecated } = operation;
  const [{ code, headers, contents }] = operation.responses;
  const { exampleKey, dynamic, ignoreExamples } = choice;
  const isChosen = contents.length === 0 || (contents.length === 1 && isAccepted(contents[0]?.mediaType, request.headers.accept));
  const isMade = !dynamic && !ignoreExamples && headers.every(({ examples }) => examples.length > 0);
  if (!isChosen || !isMade || callbacks.length > 0) return undefined;
  const content = method === 'head' ? undefined : contents[0];
  const example = content?.examples.find(({ key }) => !exampleKey || key === exampleKey);
  if (content && (!plainType.test(content.mediaType) || example?.value === undefined)) return undefined;
  return {
    statusCode: Number(code),
    headers: {
      ...Object.fromEntries(headers.map(({ name, examples }) => [name, examples[0]?.value])),
      ...(content && { 'Content-type': content.mediaType }),
      ...(deprecated && { deprecation: 'true' }),
    },
    body: example?.value,
  };
}

/** Whether a header `Accept` that knows no weights accepts a media type; only Prism knows what others do. */
function isAccepted(mediaType = '', accept = '*/*'): boolean {
  const ranges = accept.split(',').map((range) => range.trim());
  return !accept.includes(';') && (ranges.includes('*/*') || ranges.includes(mediaType));
}
