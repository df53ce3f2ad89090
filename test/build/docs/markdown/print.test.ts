import { describe, expect, test } from 'vitest';
import { firstParagraph, markdownBlocks, markdownLine } from '../../../../src/build/docs/markdown/print.js';

describe('Markdown of a description, printed as Markdown', () => {
  test.each([
    ['a fence with an empty line', '```\na\n\n<b>\n```', '```\na\n\n<b>\n```'],
    ['a fence that ends in empty lines', '```\na\n\n\n```', '```\na\n\n\n```'],
    ['a fence of tildes', '~~~ sh\na\n\nb\n~~~', '```sh\na\n\nb\n```'],
    ['a fence with a fence in it', '````\n```\na\n```\n````', '````\n```\na\n```\n````'],
    ['code by its indentation', 'a\n\n    <b>\n\n    c', 'a\n\n```\n<b>\n\nc\n```'],
    ['what only looks like a fence', '``` a`b\n<b>c', '``` a`b\n&lt;b>c'],
    ['a fence that is never closed', '```\n<b>\n\nc', '```\n<b>\n\nc\n```'],
    ['a code span', 'a `<b>` c', 'a `<b>` c'],
    ['a code span with backticks', 'a `` `b` `` c', 'a `` `b` `` c'],
    ['backticks of two paragraphs', '`\n\n<b>c\n\n`', '`\n\n&lt;b>c\n\n`'],
    ['tags in a line', 'a <b onclick="x">c</b>', 'a &lt;b onclick="x">c&lt;/b>'],
    ['Markdown within tags', '<kbd>[a](javascript:x) *b*</kbd>', '&lt;kbd>a *b*&lt;/kbd>'],
    ['HTML as a block', '<div>\n[a](javascript:x)\n</div>', '```html\n<div>\n[a](javascript:x)\n</div>\n```'],
    ['a comment', 'a\n\n<!-- b -->\n\nc <!-- d -->', 'a\n\nc'],
    ['a line break', 'a<br/>b  \nc', 'a<br>b<br>c'],
    [
      'a link by reference',
      '[a][1] and [b]\n\n[1]: https://a.example "T"\n[b]: c.html',
      '[a](https://a.example "T") and [b](c.html)',
    ],
    ['an address', '<https://a.example> https://b.example', '<https://a.example> https://b.example'],
    ['a link that would run something', '[a](javascript:b) [c](&#106;avascript:d)', 'a c'],
    ['a picture', '![a](b.png)', '![a](b.png)'],
    ['brackets that are no link', 'one of [a, b]: c', 'one of [a, b]: c'],
    ['an escaped character', '\\*a\\* \\<b>', '\\*a\\* \\<b>'],
    ['a list in a list', '- a\n  - b\n\n    c\n- d', '- a\n  - b\n\n    c\n- d'],
    ['a list from a number on', '3. a\n4. b', '3. a\n4. b'],
    ['a quotation', '> a\nb\n>\n> - c', '> a\n> b\n>\n> - c'],
    ['a table with code and a bar', '|a|b|\n|:-|-:|\n|`c\\|d`|e|', '| a | b |\n| :-- | --: |\n| `c\\|d` | e |'],
    ['headings', '# a\n\nb\n---\n\n### c', '## a\n\n### b\n\n#### c'],
  ])('%s', (_, markdown, expected) => {
    expect(markdownBlocks(markdown, 2)).toBe(expected);
  });
});

describe('Markdown of a description on one line', () => {
  test.each([
    ['a paragraph', 'a\n*b*', 'a *b*'],
    ['paragraphs', 'a\n\nb', 'a<br>b'],
    ['a list', 'a\n\n- b\n- `c`', 'a<br>• b<br>• `c`'],
    ['a numbered list', '1. a\n2. b', '1\\. a<br>2\\. b'],
    ['a fence', '```\na\n\nb <c>\n```', '`a`<br><br>`b <c>`'],
    ['a heading', '## a\n\nb', '**a**<br>b'],
    ['HTML', '<p>a</p>', '`<p>a</p>`'],
  ])('%s', (_, markdown, expected) => {
    expect(markdownLine(markdown)).toBe(expected);
  });

  test('the first paragraph is found by its block, not by an empty line', () => {
    expect(firstParagraph('```\na\n\nb\n```\n\nc\nd\n\ne')).toBe('c d');
    expect(firstParagraph('- a')).toBe('');
  });
});
