import { expect, it } from 'vitest';
import { divide, firstPage, type RenderedOperation } from '../../../../src/build/docs/page/divide.js';

/** Operations of these tags, each of ten characters. */
const rendered = (tags: Array<string | undefined>): RenderedOperation[] =>
  tags.map((tag) => ({ operation: { tag }, text: { html: 'x'.repeat(10) } }) as RenderedOperation);

it.each([
  ['all on one page, where they have just room', ['a', 'b'], 20, []],
  ['a page for each tag, where they have not', ['a', 'b'], 19, ['a.html', 'b.html']],
  ['parts of a tag that has just room for two', ['a', 'a', 'a'], 20, ['a.html', 'a-2.html']],
  ['a page for what is longer than one', ['a', 'a'], 5, ['a.html', 'a-2.html']],
  ['those without a tag', [undefined, 'a'], 15, ['other.html', 'a.html']],
  ['tags of one name in a file', ['a b', 'a-b', 'A_B'], 15, ['a-b.html', 'a-b-2.html', 'a-b-3.html']],
  ['a tag without a letter', ['…', 'a'], 15, ['.html', 'a.html']],
  ['several signs in a row', ['a, b', 'b'], 15, ['a-b.html', 'b.html']],
  ['signs at both ends', ['(a)', 'b'], 15, ['a.html', 'b.html']],
  ['a long tag', ['a'.repeat(60), 'b'.repeat(61)], 15, [`${'a'.repeat(60)}.html`, `${'b'.repeat(60)}.html`]],
  ['a long tag whose sixtieth character is no letter', [`${'a'.repeat(59)} b`, 'b'], 15, [`${'a'.repeat(59)}.html`, 'b.html']],
])('%s', (_, tags, limit, names) => {
  const expected = names.map((name) => (name === '.html' ? 'operations.html' : `operations-${name}`));
  expect(divide(rendered(tags), limit).map(({ file }) => file)).toEqual(expected);
});

it('says which part of its tag a page is', () => {
  const pages = divide(rendered(['a', 'b', 'a', 'a']), 20);
  expect(pages.map(({ tag, part, parts, operations }) => [tag, part, parts, operations.length])).toEqual([
    ['a', 1, 2, 2],
    ['a', 2, 2, 1],
    ['b', 1, 1, 1],
  ]);
});

it('the first page is the one that a server sends for a folder', () => {
  expect(firstPage).toBe('index.html');
});
