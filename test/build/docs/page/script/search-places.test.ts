import { afterAll, expect, it } from 'vitest';
import { connectBrowser } from '../../../../setup/browser.js';
import { address, openWith } from './open-with.js';

const browser = await connectBrowser();
afterAll(() => browser.close());

const html = `<nav><a href="other.html#far"  data-endpoint="GET /far"><b>Far  away</b> x</a><a href="other.html#far" data-endpoint="GET /far">Far away</a></nav>
<main>loose
<h1>The API</h1>
<p>Intro of <a href="https://out.test/x">one site</a>, <a href="https://out.test/same">out.test/same</a> and <a href="#limit">inner</a></p>
<section id="op">
<h2><span class="operation-name">Get things</span> <a class="link-here">#here</a></h2>
<p>Limits apply</p>
<h3>Request</h3>
<table><tr><td>limit</td><td>How <b>ma</b>ny things</td></tr></table>
<dl><div><dt><span class="parameter">user.name</span> text</dt><dd>Who <i>asks</i></dd></div><div><dt>plain</dt><dd>No parameter</dd></div></dl>
<button>hidden</button><div class="tabs">hidden</div>
<pre>curl   things
  limitless</pre>
</section>
<section id="next"><h2>Next</h2><p>Alone</p><p> </p></section>
</main>`;

interface Found {
  text: string;
  name: string;
  where: string[];
  href?: string;
  section?: Element | null;
}

it('places are found by name before text, by whole words before parts, with the headings above them', async () => {
  const page = await openWith(browser, { html, scripts: ['search-places'] });
  const found = (query: string, limit = 30): Promise<unknown[]> =>
    page.evaluate(
      ([words, most]) => {
        const { findPlaces } = (globalThis as unknown as { exported: { findPlaces: (query: string, limit: number) => Found[] } })
          .exported;
        return findPlaces(words, most).map(({ text, name, where, href, section }) => [
          text,
          name,
          where.join(' > '),
          href ?? section?.id ?? '',
        ]);
      },
      [query, limit] as const,
    );
  const request = 'Get things > Request';
  const [row, named, plain, code] = [
    ['limit How many things', 'limit', request, 'op'],
    ['user.name text Who asks', 'user.name', request, 'op'],
    ['plain No parameter', '', request, 'op'],
    ['curl things limitless', '', request, 'op'],
  ];
  const [title, heading, limits] = [
    ['Get things', 'Get things', '', 'op'],
    ['Request', 'Request', 'Get things', 'op'],
    ['Limits apply', '', 'Get things', 'op'],
  ];
  const intro = ['Intro of one site https://out.test/x, out.test/same and inner', '', 'The API', ''];
  const far = ['Far away GET /far', 'Far away', '', `${address}other.html#far`];
  expect({
    nothing: [
      await found(''),
      await found('  '),
      await found('no such'),
      await found('hidden'),
      await found('#here'),
      await found('loose'),
    ],
    named: await found('limit'),
    startOfName: await found('get'),
    withinName: await found('things'),
    fewer: await found('things', 1),
    wholeName: await found('GET  Things'),
    wordsOfName: await found('things get'),
    headingAbove: await found('request user'),
    ofHeading: await found('request'),
    parts: await found('appl'),
    split: await found('many'),
    term: await found('plain'),
    address: await found('out.test/x'),
    elsewhere: [await found('far'), await found('/FAR')],
    section: await found('alone'),
  }).toEqual({
    nothing: [[], [], [], [], [], []],
    named: [row, limits, code],
    startOfName: [title, far],
    withinName: [title, row, code],
    fewer: [title],
    wholeName: [title, row, code],
    wordsOfName: [title, row, code],
    headingAbove: [named],
    ofHeading: [heading],
    parts: [limits],
    split: [row],
    term: [plain],
    address: [intro],
    elsewhere: [[far], [far]],
    section: [['Alone', '', 'Next', 'next']],
  });
});
