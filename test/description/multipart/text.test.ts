import { expect, it } from 'vitest';
import { boundaryFor, multipartText } from '../../../src/description/multipart/text.js';

it('a form in parts is written with names that cannot end their header', () => {
  const name = 'a"\r\nb"\r\n';
  const text = multipartText(
    [
      { name, text: 'b', mediaType: undefined, file: undefined },
      { name: 'c', text: 'd', mediaType: 'a/b', file: name },
      { text: 'e', mediaType: undefined, headers: { 'X-A': '1' } },
    ],
    'form-boundary',
  );
  expect(text).toBe(
    [
      ...['--form-boundary', 'Content-Disposition: form-data; name="a%22%0D%0Ab%22%0D%0A"', '', 'b'],
      ...[
        '--form-boundary',
        'Content-Disposition: form-data; name="c"; filename="a%22%0D%0Ab%22%0D%0A"',
        'Content-Type: a/b',
        '',
        'd',
      ],
      ...['--form-boundary', 'X-A: 1', '', 'e'],
      ...['--form-boundary--', ''],
    ].join('\r\n'),
  );
});

it.each([
  [[], 'form-boundary'],
  [['a', 'b'], 'form-boundary'],
  [['a form-boundary'], 'form-boundary-'],
  [['a', '--form-boundary---'], 'form-boundary----'],
])('the boundary of %j is in no part', (texts, boundary) => {
  expect(boundaryFor(texts.map((one) => ({ text: one, mediaType: undefined })))).toBe(boundary);
});
