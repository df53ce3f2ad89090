import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { connectBrowser } from '../../../../setup/browser.js';
import { address, openWith } from './open-with.js';

const browser = await connectBrowser();
afterAll(() => browser.close());

const elsewhere = '<nav><a href="other.html#far" data-endpoint="GET /far">Far away</a></nav>';
const html = `<button class="search-button">Search</button><main>
<h1>The API</h1><p lang="de">Anfang</p>
<section id="op"><h2>Get things</h2><h3>Request</h3>
<p class="found">before</p><p id="plain">plain text</p><p tabindex="0" id="focusable">focusable</p>
<details><summary>More</summary><details><summary>Even more</summary><p>closed words</p></details></details>
<div><div class="tabs"><label><input type="radio" name="t" checked></label><label id="second"><input type="radio" name="t"></label></div>
<div class="pane"><p>first pane</p></div><div class="pane" style="display:none"><p>second pane</p></div></div>
<div class="pane"><p>pane without tabs</p></div>
<p style="display:none">hidden words</p></section>
<section id="many">${Array.from({ length: 29 }, (_, index) => `<p>number ${index}</p>`).join('')}<p>number</p></section>
<section id="last" style="margin-top:3000px"><h2>Last</h2><p id="end">the end</p></section></main>`;

const open = async (more = elsewhere): Promise<Page> => {
  const page = await openWith(browser, { html: more + html, scripts: ['search'] });
  await page.evaluate(() => document.querySelector<HTMLElement>('.search-button')?.click());
  return page;
};

/** Types a query. Returns what is said of the number, and the texts of the results. */
const search = (page: Page, query: string): Promise<[count: string, results: string[]]> =>
  page.evaluate((words) => {
    const input = document.querySelector<HTMLInputElement>('dialog input');
    if (input) input.value = words;
    input?.dispatchEvent(new Event('input'));
    const results = [...document.querySelectorAll('dialog li')].map((one) =>
      one.innerHTML.replaceAll(/<(?!\/?mark|\/?strong)[^>]*>/g, ''),
    );
    return [document.querySelector('dialog .count')?.textContent ?? '', results];
  }, query);

/** Presses a key where the focus is, as far as the page handles it. Returns whether the page keeps it from the browser. */
const press = (page: Page, key: string, init: { ctrlKey?: boolean; metaKey?: boolean } = {}): Promise<boolean> =>
  page.evaluate(
    ([name, options]) => {
      const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...options });
      return !(document.activeElement ?? document.body).dispatchEvent(event);
    },
    [key, init] as const,
  );
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const active = document.activeElement;
    return (active?.id ?? '') ? (active?.id ?? '') : `${active?.tagName ?? ''} ${active?.textContent ?? ''}`.trim();
  });
const isOpen = (page: Page): Promise<boolean> => page.evaluate(() => document.querySelector('dialog')?.open === true);

it('the results are counted, marked, and named by the headings above them', async () => {
  const page = await open();
  expect(await search(page, ' ')).toEqual(['', []]);
  expect(await search(page, 'no such')).toEqual(['Nothing found.', []]);
  expect(await search(page, 'plain ')).toEqual(['1 place', ['<strong>Get things › Request</strong><mark>plain</mark> text']]);
  expect(await search(page, 'PLAIN tex')).toEqual([
    '1 place',
    ['<strong>Get things › Request</strong><mark>plain</mark> <mark>tex</mark>t'],
  ]);
  expect(await search(page, 'first pane')).toEqual([
    '1 place',
    ['<strong>Get things › Request</strong><mark>first</mark> <mark>pane</mark>'],
  ]);
  expect(await search(page, 'pane')).toMatchObject(['3 places', { length: 3 }]);
  expect(await search(page, 'number')).toMatchObject(['The first 30 places', { length: 30 }]);
  expect(await search(page, 'number 1')).toMatchObject(['12 places', { length: 12 }]);
  // A heading stands for itself, and the name of an operation elsewhere has its path.
  expect(await search(page, 'get things')).toEqual(['1 place', ['<strong>Get things</strong>']]);
  expect(await search(page, 'far')).toEqual([
    '1 place',
    ['<strong>Far away</strong><mark>Far</mark> away GET /<mark>far</mark>'],
  ]);
  const of = (query: string): Promise<unknown[]> =>
    search(page, query).then(() =>
      page.locator('dialog li').evaluateAll((all) => all.map((one) => [one.getAttribute('lang'), one.querySelector('a')?.href])),
    );
  expect([await of('far'), await of('plain text'), await of('anfang')]).toEqual([
    [['', `${address}other.html#far`]],
    [['en', `${address}#op`]],
    [['de', `${address}#`]],
  ]);
  expect(await page.locator('dialog input').evaluate((one) => [one.getAttribute('placeholder'), one.ariaLabel])).toEqual([
    ...['Search this page, and the names of all operations', 'Search this page, and the names of all operations'],
  ]);
  expect(await page.locator('dialog').evaluate((one) => [one.getAttribute('class'), one.ariaLabel])).toEqual([
    'search',
    'Search',
  ]);
});

it('a long text is cut at the ends of words around what was found', async () => {
  const words = (count: number, word: string): string => Array.from({ length: count }, () => word).join(' ');
  const texts = [
    `start ${words(40, 'after')}`,
    `${words(20, 'before')} middle ${words(40, 'after')}`,
    `${words(20, 'before')} finish`,
    // The text around what is found begins 50 characters before it, and has 160.
    `${'x'.repeat(48)} near ${words(40, 'after')}`,
    `${'x'.repeat(49)} far ${words(40, 'after')}`,
    `whole ${'y'.repeat(154)}`,
    `over ${'z'.repeat(156)}`,
    `unbroken${'w'.repeat(200)}`,
  ];
  const page = await open(`<main><h2>T</h2>${texts.map((text) => `<p>${text}</p>`).join('')}<p>a.*(b) c</p></main>`);
  const excerpt = async (query: string): Promise<string | undefined> =>
    (await search(page, query))[1][0]?.replace(/^<strong>T<\/strong>/, '');
  expect([await excerpt('start'), await excerpt('middle'), await excerpt('finish')]).toEqual([
    `<mark>start</mark> ${words(25, 'after')} …`,
    `… ${words(7, 'before')} <mark>middle</mark> ${words(17, 'after')} …`,
    `… ${words(7, 'before')} <mark>finish</mark>`,
  ]);
  expect([
    await excerpt('near'),
    await excerpt('far'),
    await excerpt('whole'),
    await excerpt('over'),
    await excerpt('unb'),
  ]).toEqual([
    `${'x'.repeat(48)} <mark>near</mark> ${words(17, 'after')} …`,
    `… <mark>far</mark> ${words(26, 'after')} …`,
    `<mark>whole</mark> ${'y'.repeat(154)}`,
    '<mark>over</mark> …',
    `<mark>unb</mark>roken${'w'.repeat(152)} …`,
  ]);
  expect(await excerpt('.*( c')).toBe('a<mark>.*(</mark>b) <mark>c</mark>');
});

it('the keys lead through the results, and Enter to the first', async () => {
  const page = await open('');
  expect(await page.locator('dialog input').getAttribute('placeholder')).toBe('Search this page');
  await search(page, 'pane');
  await page.locator('dialog input').focus();
  const [first, second, third] = await page.locator('dialog a').allTextContents();
  const keys = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp'];
  const seen: string[] = [];
  for (const key of keys) {
    expect(await press(page, key)).toBe(true);
    seen.push(await focused(page));
  }
  expect(seen).toEqual([...[first, second, third, third, second, first].map((text) => `A ${text ?? ''}`), 'INPUT', 'INPUT']);
  expect([await press(page, 'a'), await isOpen(page)]).toEqual([false, true]);
  expect([await press(page, 'Enter'), await isOpen(page)]).toEqual([true, false]);
});

it('a result leads to its place: groups open, its tab is chosen, it has the focus and is marked', async () => {
  const page = await open();
  await page.evaluate(() => {
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen, setTimeout: (run: () => void, time: number) => seen.push(time, run) });
    document.addEventListener('change', ({ target }) => seen.push((target as HTMLElement).tagName));
  });
  const choose = async (query: string): Promise<unknown> => {
    await press(page, 'K', { ctrlKey: true });
    await search(page, query);
    return page.evaluate(() => {
      const [seen, { length }] = [(globalThis as unknown as { seen: unknown[] }).seen, history];
      seen.length = 0;
      const isKept = !document
        .querySelector('dialog a')
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      const { activeElement: active } = document;
      const { top = 0, bottom = 0 } = active?.getBoundingClientRect() ?? {};
      return {
        isKept,
        isClosed: !document.querySelector('dialog')?.open,
        place: (active?.id ?? '') || active?.textContent,
        found: [...document.querySelectorAll('.found')].map((one) => one === active),
        tabindex: active?.getAttribute('tabindex'),
        isInView: top >= 0 && bottom <= innerHeight,
        hash: location.hash,
        steps: history.length - length,
        closed: document.querySelectorAll('details:not([open])').length,
        seen: seen.filter((one) => typeof one !== 'function'),
      };
    });
  };
  const usual = {
    isKept: true,
    isClosed: true,
    found: [true],
    tabindex: '-1',
    isInView: true,
    hash: '#op',
    steps: 1,
    closed: 2,
    seen: [3000],
  };
  expect(await choose('plain text')).toEqual({ ...usual, place: 'plain' });
  expect(await choose('focusable')).toEqual({ ...usual, place: 'focusable', tabindex: '0' });
  expect(await choose('closed words')).toEqual({ ...usual, place: 'closed words', closed: 0 });
  const tab = { ...usual, closed: 0 };
  expect(await choose('pane without')).toEqual({ ...tab, place: 'pane without tabs' });
  expect(await choose('first pane')).toEqual({ ...tab, place: 'first pane', seen: ['INPUT', 3000] });
  expect(await page.locator('#second input').isChecked()).toBe(false);
  // What is still hidden has its tab in its place, else its section.
  expect(await choose('second pane')).toEqual({ ...tab, place: 'second', seen: ['INPUT', 3000] });
  expect(await page.locator('#second input').isChecked()).toBe(true);
  expect(await choose('hidden words')).toMatchObject({ place: 'op', found: [true] });
  expect(await choose('the end')).toEqual({ ...tab, place: 'end', hash: '#last' });
  // The mark goes by itself.
  await page.evaluate(() => {
    const run = (globalThis as unknown as { seen: unknown[] }).seen.find((one) => typeof one === 'function') as () => void;
    run();
  });
  expect(await page.locator('.found').count()).toBe(0);
  expect(await choose('anfang')).toMatchObject({ place: 'Anfang', steps: 0, hash: '#last' });
  await press(page, 'k', { metaKey: true });
  await search(page, 'anfang');
  expect(await page.locator('dialog a').getAttribute('href')).toBe('#last');
});

it('the search opens with its button and Ctrl or Meta with K, with what was typed chosen, and closes with a click beside it', async () => {
  const page = await open();
  const state = (): Promise<unknown> =>
    page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('dialog input');
      const all = document.querySelectorAll('dialog').length;
      return [
        all,
        document.querySelector('dialog')?.open,
        document.activeElement === input,
        input?.selectionStart,
        input?.selectionEnd,
      ];
    });
  await search(page, 'plain');
  const click = (selector: string): Promise<void> =>
    page.evaluate((found) => document.querySelector<HTMLElement>(found)?.click(), selector);
  expect(await state()).toEqual([1, true, true, 5, 5]);
  await click('dialog .count');
  expect(await isOpen(page)).toBe(true);
  // Where it is open, the keys leave it as it is.
  expect(await press(page, 'k', { ctrlKey: true })).toBe(true);
  expect(await state()).toEqual([1, true, true, 5, 5]);
  await click('dialog');
  expect(await isOpen(page)).toBe(false);
  expect([await press(page, 'k'), await press(page, 'j', { ctrlKey: true }), await isOpen(page)]).toEqual([false, false, false]);
  for (const [key, init] of [
    ['k', { ctrlKey: true }],
    ['K', { metaKey: true }],
  ] as const) {
    expect(await press(page, key, init)).toBe(true);
    expect(await state()).toEqual([1, true, true, 0, 5]);
    await click('dialog button');
    expect(await isOpen(page)).toBe(false);
  }
  await click('.search-button');
  expect(await state()).toEqual([1, true, true, 0, 5]);
});
