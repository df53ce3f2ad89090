import { describe, expect, it } from 'vitest';
import { trusted, type Html } from '../../../../src/build/docs/html/html.js';
import { said } from '../../../../src/build/docs/html/language.js';
import type { Section } from '../../../../src/build/docs/html/sections.js';
import { about, schemes, tagSections, withoutOtherViews } from '../../../../src/build/docs/page/about.js';
import type { OperationsPage } from '../../../../src/build/docs/page/divide.js';
import { introduction } from '../../../../src/build/docs/page/introduction.js';
import { layout } from '../../../../src/build/docs/page/layout.js';
import { nameOf, operationsIndex, operationsPage } from '../../../../src/build/docs/page/operations-page.js';
import { Places } from '../../../../src/build/docs/page/places.js';
import { sidebars } from '../../../../src/build/docs/page/sidebar.js';
import { operationsBelow, tagTree, type TagNode } from '../../../../src/build/docs/page/tag-tree.js';
import type { OperationReference } from '../../../../src/build/docs/reference/operation.js';
import type { Reference } from '../../../../src/build/docs/reference/reference.js';
import type { TagReference } from '../../../../src/build/docs/reference/tag.js';

/** The lines of HTML. `~` stands for the language of a text of the description. */
const lines = (text: Html | undefined): string[] =>
  (text?.html ?? '')
    .replaceAll(said.html, ' ~')
    .split('\n')
    .filter((line) => line !== '');

const operation = (name: string, more: Partial<OperationReference> = {}): OperationReference => {
  const { tags = [] } = more;
  const parts = { anchor: `operation/${name}`, name, method: 'GET', path: `/${name}`, tag: tags[0], tags, mockExamples: [] };
  return { ...parts, ...more } as OperationReference;
};
const tag = (name: string, more: Partial<TagReference> = {}): TagReference => ({
  ...{ name, title: name, description: '', details: [], parent: undefined },
  ...more,
});
const reference = (more: Partial<Reference>): Reference => ({
  ...{ about: [], servers: [], tags: [], schemes: [], operations: [], webhooks: [] },
  ...more,
});
const description = { openapi: '3.1.0', info: { title: 'A & B', version: '1' } };
const hrefOf = ({ anchor }: OperationReference): string => `#${anchor}`;
const [pets, cats, users, none] = [
  operation('pets', { tags: ['pets'] }),
  operation('cats', { tags: ['cats'], method: 'POST' }),
  operation('users', { tags: ['users'] }),
  operation('none'),
];
const section = (anchor: string, more: Partial<Section> = {}): Section => ({
  ...{ anchor, heading: trusted(`<i>${anchor}</i>`), label: trusted(anchor), isNested: false, headings: [anchor] },
  ...{ content: trusted('<p>Text</p>') },
  ...more,
});

const details = [
  { label: 'See', words: ['x'] },
  { label: 'License', words: ['MIT'] },
];
const listed =
  '<ul class="details"><li><span class="label">See:</span> x</li><li><span class="label">License:</span> MIT</li></ul>';
const downloads = ['openapi.yaml', 'openapi.json', 'index.md'].map((name) => `<li><a href="${name}" download>${name}</a></li>`);
const files = ['<h2>Download</h2>', `<ul class="downloads">${downloads.join('')}</ul>`];
const otherViews = ['<h2>Other views</h2>', '<ul class="other-views"><li><a href="redoc.html">Redoc</a></li></ul>'];

describe('the panel of the introduction', () => {
  it('has the files, and no heading for what is not documented', () => {
    const panel = about(reference({ operations: [none] }), 'npx mock');
    expect(lines(panel)).toEqual(['<div class="panel-content">', ...files, ...otherViews, '</div>']);
    const without = withoutOtherViews(panel.html);
    expect(lines(trusted(without))).toEqual(['<div class="panel-content">', ...files, '</div>']);
  });

  it('has the servers, what the description says of itself, and what the mock examples are', () => {
    const server = { url: 'https://a', name: '', description: '', variables: [] };
    const servers = [
      server,
      { ...server, name: 'Main', description: 'of *all*', variables: details },
      { ...server, description: 'one' },
    ];
    const mocked = operation('mocked', { mockExamples: [{}] as OperationReference['mockExamples'] });
    expect(lines(about(reference({ about: details, servers, operations: [none, mocked] }), 'npx mock')).slice(5)).toEqual([
      '<h2>Servers</h2>',
      '<dl><div><dt>Server</dt><dd><code>https://a</code></dd></div>' +
        `<div><dt ~>Main: of <em>all</em></dt><dd><code>https://a</code>${listed}</dd></div>` +
        '<div><dt ~>one</dt><dd><code>https://a</code></dd></div></dl>',
      '<h2>Further documentation</h2>',
      '<p>x</p><h2>License</h2>',
      '<p>MIT</p>',
      '<h2>Mock Examples</h2>',
      expect.stringMatching(/^<p>The mock server .* Start it with <code>npx mock<\/code>\.<\/p>$/),
      '</div>',
    ]);
  });
});

it('security schemes have a section each, if there are any', () => {
  const scheme = { anchor: 'security/a', name: 'a', kind: ['OAuth'], description: '', details: [] };
  expect(schemes(reference({}))).toBeUndefined();
  const second = { ...scheme, anchor: 'b', description: '# D', details };
  expect(lines(schemes(reference({ schemes: [scheme, second] })))).toEqual([
    '<section class="schemes" aria-label="Security schemes">',
    '<h2>Security schemes</h2>',
    ...['<section id="security/a" aria-label="a">', '<h3>a</h3>', '<p>OAuth</p>'],
    ...['</section><section id="b" aria-label="a">', '<h3>a</h3>', '<p>OAuth</p>'],
    ...['<div class="prose" ~><h4>D</h4></div>', listed, '</section>'],
    '</section>',
  ]);
});

it('tags of which the description says something have a section each, with their operations', () => {
  expect(tagSections(reference({ tags: [tag('pets')], operations: [pets] }), hrefOf)).toBeUndefined();
  const tags = [
    tag('pets', { title: 'The pets', description: '# D' }),
    tag('cats', { parent: 'pets' }),
    tag('x', { parent: 'y', details }),
  ];
  const label = (name: string, words: string): string => `<li><span class="label">${name}:</span> ${words}</li>`;
  expect(lines(tagSections(reference({ tags, operations: [pets, cats, users] }), hrefOf))).toEqual([
    '<section class="tags" aria-label="Tags">',
    '<h2>Tags</h2>',
    ...['<section id="tag/pets" aria-label="The pets">', '<h3 ~>The pets</h3>', '<div class="prose" ~><h4>D</h4></div>'],
    `<ul class="details">${label('Tag', '<code>pets</code>')}</ul>`,
    '<ul><li><a href="#operation/pets" ~>pets</a></li></ul>',
    ...['</section><section id="tag/cats" aria-label="cats">', '<h3 ~>cats</h3>'],
    `<ul class="details">${label('Part of', 'The pets')}</ul>`,
    '<ul><li><a href="#operation/cats" ~>cats</a></li></ul>',
    ...['</section><section id="tag/x" aria-label="x">', '<h3 ~>x</h3>'],
    `<ul class="details">${label('Part of', 'y')}${listed.slice(listed.indexOf('<li>'))}`,
    ...['</section>', '</section>'],
  ]);
});

describe('the introduction', () => {
  const told = reference({ tags: [tag('unused')], operations: [pets] });
  const overview = trusted('<p>O</p>');

  it('has its sections, whose bold names of operations are links, and the tags', () => {
    const content = trusted('<strong>pets</strong> <strong>pets</strong> <strong>dogs</strong>');
    const sections = [section('one', { content }), section('two', { isNested: true })];
    const made = lines(introduction({ title: 'A & B', version: '1' }, { overview, sections }, told, hrefOf, undefined, false));
    const end = made.indexOf('<aside class="introduction-panel" aria-label="About this API"><div class="panel-content">');
    const link = '<a href="#operation/pets"><strong>pets</strong></a>';
    expect(made.slice(0, end)).toEqual([
      ...['<div class="introduction">', '<div class="introduction-text">', '<h1 ~>A &amp; B (1)</h1>'],
      ...['<div class="prose overview" ~>', '<p>O</p></div>'],
      '<section id="one" class="prose" aria-label="one" ~>',
      '<h2><i>one</i> <a class="link-here" href="#one" aria-label="Link to one">#</a></h2>',
      `${link} ${link} <strong>dogs</strong>`,
      '</section><section id="two" class="prose" aria-label="two" ~>',
      '<h3><i>two</i> <a class="link-here" href="#two" aria-label="Link to two">#</a></h3>',
      ...['<p>Text</p>', '</section>'],
      ...['<section class="tags" aria-label="Tags">', '<h2>Tags</h2>', '<section id="tag/unused" aria-label="unused">'],
      ...['<h3 ~>unused</h3>', '</section>', '</section>', '</div>'],
    ]);
    expect(made.slice(end + 1)).toEqual([...files, ...otherViews, '</div></aside>', '</div>']);
  });

  it('of several pages has the summary and no tags, which have pages of their own', () => {
    const info = { title: 'A', version: '1', summary: '<S>' };
    const made = lines(introduction(info, { overview, sections: [] }, told, hrefOf, undefined, true));
    expect(made.slice(3, 6)).toEqual(['<div class="prose overview" ~><p>&lt;S&gt;</p>', '<p>O</p></div>', '</div>']);
  });
});

describe('the sidebar', () => {
  const addressOf = (one: OperationReference): string => `x.html${hrefOf(one)}`;
  const parts = { description, sections: [section('one'), section('two', { isNested: true })], addressOf, pages: 2 };
  const operations = [pets, cats, users, none];
  const tags = [tag('pets', { title: 'Pets' }), tag('cats', { parent: 'pets' })];
  const place = { start: 'index.html', hrefOf: (one: OperationReference) => (one === cats ? hrefOf(one) : addressOf(one)) };
  const list = '<ul class="operations">';
  const link = (name: string, method = 'GET', isHere = false): string =>
    `<li><a class="method-${method.toLowerCase()}" href="${isHere ? '' : 'x.html'}#operation/${name}"${
      isHere ? '' : ` data-endpoint="${method} /${name}"`
    } ~>${name} <span class="method">${method}</span></a></li></ul>`;
  const open = ['<details open><summary ~>Pets</summary>', list, `${link('pets')}<details open><summary ~>cats</summary>`, list];

  it('has the sections, the methods, the groups with that of the page open, and the webhooks', () => {
    const render = sidebars({ ...parts, operations, tags, webhooks: [operation('hook')] });
    const [start, ...rest] = [lines(render(place)), lines(render(place))];
    expect(rest).toEqual([start]);
    expect(start).toEqual([
      '<nav id="contents" class="sidebar" aria-label="Contents">',
      '<a class="brand" href="index.html" ~>A &amp; B</a>',
      '<div class="tools scripted">',
      '<button type="button" class="search-button">Search <kbd>Ctrl K</kbd></button>',
      '<button type="button" class="theme-button" aria-label="Dark theme">Dark</button>',
      '</div>',
      '<p class="group">Documentation</p>',
      '<ul><li><a href="index.html#one" ~>one</a></li><li class="nested"><a href="index.html#two" ~>two</a></li></ul>',
      '<p class="group">APIs <span class="legend" aria-hidden="true"><span class="method method-get">GET</span> <span class="method method-post">POST</span> </span></p>',
      ...[...open, `${link('cats', 'POST', true)}</details></details><details><summary ~>users</summary>`],
      ...[list, `${link('users')}</details><details><summary ~>Other</summary>`],
      ...[list, `${link('none')}</details>`],
      ...[`<p class="group">Webhooks</p>${list}`, link('hook')],
      '</nav>',
    ]);
  });

  it('has one list where there is one group, and no headings for what is not there', () => {
    const made = lines(sidebars({ ...parts, sections: [], operations: [pets] })({ start: '', hrefOf }));
    expect(made[1]).toBe('<a class="brand" href="#" ~>A &amp; B</a>');
    expect(made.slice(6)).toEqual([
      '<p class="group">APIs <span class="legend" aria-hidden="true"><span class="method method-get">GET</span> </span></p>',
      ...[list, link('pets', 'GET', true), '</nav>'],
    ]);
    // A tag within another is a second group.
    const within = lines(sidebars({ ...parts, operations: [cats], tags })(place));
    expect(within).toContain('<details open><summary ~>Pets</summary>');
  });

  it.each([
    [50_000, false],
    [50_001, true],
  ])('of %i pages with four operations has closed groups of one link: %s', (pages, isShort) => {
    const made = lines(sidebars({ ...parts, operations, tags, pages })(place));
    const short = `${link('cats', 'POST', true)}</details></details><ul><li><a href="x.html#operation/users" ~>users</a></li></ul><ul><li><a href="x.html#operation/none" ~>Other</a></li></ul>`;
    expect(made.includes(short)).toBe(isShort);
    expect(made.filter((line) => line.includes('<details>'))).toHaveLength(isShort ? 0 : 2);
  });

  it('has a closed group with the groups below it', () => {
    const made = lines(sidebars({ ...parts, operations, tags })({ start: '', hrefOf: addressOf }));
    const end = made.findIndex((line) => line.includes('users'));
    expect(made.slice(9, end)).toEqual([...open.map((line) => line.replaceAll('<details open>', '<details>'))]);
  });
});

it.each<[tags: TagReference[], tree: string]>([
  [[], 'pets:pets cats:cats users:users Other:none'],
  [[tag('cats', { parent: 'pets' }), tag('pets', { title: 'Pets' })], 'Pets:pets(cats:cats) users:users Other:none'],
  [[tag('cats', { parent: 'nowhere' })], 'pets:pets cats:cats users:users Other:none'],
  [[tag('pets', { parent: 'pets' })], 'pets:pets cats:cats users:users Other:none'],
  [
    [tag('pets', { parent: 'a' }), tag('a', { parent: 'b' }), tag('b', { parent: 'pets' })],
    'b:(a:(pets:pets)) cats:cats users:users Other:none',
  ],
])('with the tags %j the tree is %s', (tags, expected) => {
  const said = ({ title, operations, children }: TagNode): string =>
    `${title}:${operations.map(({ name }) => name).join('+')}${children.length > 0 ? `(${children.map(said).join(' ')})` : ''}`;
  const tree = tagTree([pets, cats, users, none], tags);
  expect(tree.map(said).join(' ')).toBe(expected);
  expect(tree.flatMap(operationsBelow)).toHaveLength(4);
});

it('a page has a way past its sidebar, and its content', () => {
  const parts = { title: 'A & B', sidebar: trusted('<nav>'), content: [trusted('<1>'), trusted('<2>')] };
  expect(lines(layout({ ...parts, start: '' }))).toEqual([
    '<a class="skip-link" href="#content">Skip to the content</a>',
    '<header class="bar">',
    '<a class="brand" href="#" ~>A &amp; B</a>',
    '<button type="button" class="menu-button scripted" aria-expanded="false" aria-controls="contents">Menu</button>',
    ...['</header>', '<nav>', '<main id="content" tabindex="-1">', '<1>', '<2>', '</main>'],
    '<p id="announcer" class="visually-hidden" role="status"></p>',
  ]);
  expect(lines(layout({ ...parts, start: 'index.html' }))).toContain('<a class="brand" href="index.html" ~>A &amp; B</a>');
});

const page = (file: string, more: Partial<OperationsPage> = {}): OperationsPage => ({
  ...{ file, tag: 'pets', part: 1, parts: 1, operations: [{ operation: pets, text: trusted('<pets>') }] },
  ...more,
});
const pages = [
  page('a.html', { parts: 2 }),
  page('b.html', { part: 2, parts: 2 }),
  page('c.html', { tag: undefined, operations: [{ operation: none, text: trusted('<none>') }] }),
];
const names = ['pets, part 1 of 2', 'pets, part 2 of 2', 'Other operations'];

describe('of several pages', () => {
  const tags = [tag('pets', { title: 'The pets', description: '# D', details })];
  const words = (level: number): string => `<p ~>The pets</p><div class="prose" ~><h${level}>D</h${level}></div>${listed}`;

  it('the first lists all operations', () => {
    expect(pages.map(nameOf)).toEqual(names);
    const entry = (index: number, name: string): string[] => {
      const file = `${'abc'.charAt(index)}.html`;
      return [
        `<section class="operations-index" aria-label="${names[index] ?? ''}">`,
        `<h2><a href="${file}">${names[index] ?? ''}</a></h2>`,
        ...[...(index === 0 ? [words(3)] : []), '<ul>'],
        `<li><a href="${file}#operation/${name}" data-endpoint="GET /${name}" ~>${name}</a> <span class="method method-get">GET</span> <code>/${name}</code></li></ul>`,
        '</section>',
      ];
    };
    expect(operationsIndex(tags, pages).map(lines)).toEqual([entry(0, 'pets'), entry(1, 'pets'), entry(2, 'none')]);
  });

  it.each([
    [0, tags, words(2), ['<pets>'], ['<a rel="next" href="b.html">Next: pets, part 2 of 2</a>']],
    [
      ...[1, [tag('pets')], '', ['<pets>']],
      ['<a rel="prev" href="a.html">Previous: pets, part 1 of 2</a>', '<a rel="next" href="c.html">Next: Other operations</a>'],
    ] as [number, TagReference[], string, string[], string[]],
    [2, tags, '', ['<none>'], ['<a rel="prev" href="b.html">Previous: pets, part 2 of 2</a>']],
  ])('page %i has its tag, its operations and its neighbours', (index, known, said, operations, around) => {
    const [first, ...rest] = operationsPage(known, pages, index).map(lines);
    const start = ['<div class="introduction">', '<div class="introduction-text">', `<h1>${names[index] ?? ''}</h1>`];
    expect(first).toEqual([...start, ...(said === '' ? [] : [said]), '</div>', '</div>']);
    expect(rest).toEqual([operations, ['<nav class="around" aria-label="Other pages">', ...around, '</nav>']]);
  });

  it('there is none beyond the last', () => {
    expect(operationsPage(tags, pages, 3)).toEqual([]);
  });

  it('each knows where the operations are', () => {
    const places = new Places(
      reference({ operations: [pets, none, users] }),
      [],
      [pages[0], pages[2]].map((one) => one ?? page('')),
    );
    expect([pets, none, users].map(places.addressOf)).toEqual([
      ...['a.html#operation/pets', 'c.html#operation/none'],
      // What is on no page of operations is on the first one.
      'index.html#operation/users',
    ]);
    expect([pets, users].map(places.seenFrom('a.html'))).toEqual(['#operation/pets', 'index.html#operation/users']);
    expect([pets, users].map(places.seenFrom('index.html'))).toEqual(['a.html#operation/pets', '#operation/users']);
  });

  it.each([
    ['#here', ' href="#here"', ' href="#here"'],
    ['#operation/pets', ' href="#operation/pets"', ' href="a.html#operation/pets"'],
    ['#tag/pets', ' href="#operation/pets"', ' href="a.html#operation/pets"'],
    ['#One', ' href="index.html#one&lt;"', ' href="#one&lt;"'],
    ['#a &lt;&gt;&quot;&amp; b', ' href="index.html#mark"', ' href="#mark"'],
    ['#nowhere', '', ''],
    ['https://a.example/#pets', ' href="https://a.example/#pets"', ' href="https://a.example/#pets"'],
  ])('a link to %s leads there from each page', (href, fromA, fromFirst) => {
    const sections = [section('one<', { headings: ['One'] }), section('mark', { headings: ['a <>"& b'] })];
    const places = new Places(reference({ operations: [pets] }), sections, pages.slice(0, 1));
    const text = trusted(`<b id="here"><a href="${href}">x</a></b>`);
    const link = (file: string): string => places.linkFrom(file, text).html;
    expect([link('a.html'), link('index.html')]).toEqual([fromA, fromFirst].map((found) => `<b id="here"><a${found}>x</a></b>`));
  });
});
