import { beforeAll, describe, expect, test } from 'vitest';
import { loadDetector } from '../../../../src/build/docs/html/language-detector.js';
import { inlineProse, leadAndRest, prose } from '../../../../src/build/docs/html/prose.js';
import { sections } from '../../../../src/build/docs/html/sections.js';

// As for a page whose description has words of another language than English.
beforeAll(() => loadDetector(['يضيف']));

describe('Markdown of a description on the page', () => {
  test.each([
    ['code with an empty line', '```\na\n\n<b>\n```\n<i>c</i>', '<pre><code>a\n\n&lt;b&gt;\n</code></pre>\n<p><i>c</i></p>'],
    ['a link by reference', '[a][b]\n\nc\n\n[b]: https://b.example', '<p><a href="https://b.example">a</a></p>\n<p>c</p>'],
    ['headings, below those of the page, none left out', '## a\n\n#### b\n\n## c', '<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>'],
    ['a table that scrolls by itself', '|a|\n|-|\n|`b`|', '<div class="table"><table>'],
    ['words from right to left', 'يضيف هذا الطلب (v2).', '<p lang="ar" dir="rtl">يضيف هذا الطلب (v2).</p>'],
    ['words of another language', '店の一覧。', '<p lang="ja">店の一覧。</p>'],
    ['a name of another language in an English sentence', 'The shop 店 sells things.', '<p>The shop 店 sells things.</p>'],
    ['a tag that does more than mark up', '<input autofocus onfocus="x">', '&lt;input /&gt;'],
  ])('%s', (_, markdown, expected) => {
    expect(prose(markdown, 3).html).toContain(expected);
  });
});

describe('Markdown of a description in a cell', () => {
  test.each([
    ['a line', 'a *b*', 'a <em>b</em>'],
    ['a line with a link by reference', '[a]\n\n[a]: b.html', '<a href="b.html">a</a>'],
    ['a list', 'a\n\n* b\n* `c`', '<p>a</p>\n<ul>\n<li>b</li>\n<li><code>c</code></li>\n</ul>'],
    ['code', 'a\n\n```\nb\n\nc\n```', '<p>a</p>\n<pre><code>b\n\nc\n</code></pre>'],
    ['a line of another language', 'なし。', '<span lang="ja">なし。</span>'],
  ])('%s', (_, markdown, expected) => {
    expect(inlineProse(markdown).html).toBe(expected);
  });
});

describe('the first paragraph of a description', () => {
  test.each([
    ['a paragraph', 'a\nb\n\nc', '<p>a\nb</p>', '<p>c</p>'],
    ['code with an empty line', '```\na\n\nb\n```\n\nc', '', '<pre><code>a\n\nb\n</code></pre>\n<p>c</p>'],
    ['a list', '- a\n\n- b', '', '<ul>'],
    ['a link whose address comes later', '[a]\n\nb\n\n[a]: c.html', '<p><a href="c.html">a</a></p>', '<p>b</p>'],
  ])('where it begins with %s', (_, markdown, lead, rest) => {
    const rendered = leadAndRest(markdown, 3);
    expect(rendered.lead.html).toBe(lead);
    expect(rendered.rest.html).toContain(rest);
  });
});

describe('the sections of an introduction', () => {
  test('are its two highest levels of headings, each with an id of its own', () => {
    const markdown = '# 概要\na\n# Errors\n## Details\n### c\n# Limits\n## Details\n# Errors\n# `<b>` *x*\n# Errors';
    const { overview, sections: all } = sections(`Before.\n\n${markdown}`);
    expect(overview.html).toBe('<p>Before.</p>');
    expect(all.map(({ anchor }) => anchor)).toEqual([
      'section/概要',
      'section/errors',
      'section/errors/details',
      'section/limits',
      'section/limits/details',
      'section/errors-2',
      'section/b-x',
      'section/errors-3',
    ]);
    expect(all.map(({ isNested }) => isNested)).toEqual([false, false, true, false, true, false, false, false]);
    expect(all[2]!.content.html).toBe('<h4>c</h4>');
    expect(all[6]).toMatchObject({ heading: { html: '<code>&lt;b&gt;</code> <em>x</em>' }, label: { html: '&lt;b&gt; x' } });
  });

  test('are found where headings are underlined, and not in code', () => {
    const { sections: all } = sections('One\n===\n\n```\n# no heading\n```\n\nTwo\n===');
    expect(all.map(({ anchor }) => anchor)).toEqual(['section/one', 'section/two']);
    expect(all[0]!.content.html).toContain('# no heading');
  });
});
