import type { MadeOutput, PrismOperation, PrismRequest, ResponseChoice } from './prism-types.js';

/** Media types without parameters, which can be compared as texts. */
const plainType = /^[\w.+-]+\/[\w.+-]+$/;

/**
 * Makes the same response as Prism in simple cases: from an example, without choosing or generating anything. Many mocks need
 * nothing else, and loading Prism takes most of the time at their start.
 *
 * @returns `undefined` when Prism is needed.
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

/** Whether an `Accept` header without parameters, such as weights, accepts a media type. Prism handles other headers. */
function isAccepted(mediaType = '', accept = '*/*'): boolean {
  const ranges = accept.split(',').map((range) => range.trim());
  return !accept.includes(';') && (ranges.includes('*/*') || ranges.includes(mediaType));
}
