import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { connectBrowser } from '../../../../setup/browser.js';
import { address, openWith } from './open-with.js';

const browser = await connectBrowser();
afterAll(() => browser.close());

/** Waits until the page has handled what was done, in the frames after it. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  });

const click = (page: Page, selector: string): Promise<void> =>
  page.evaluate((found) => document.querySelector<HTMLElement>(found)?.click(), selector);

/** Turns the storage of the page off. */
const withoutStorage = (): void => {
  Object.defineProperty(globalThis, 'localStorage', {
    get: () => {
      throw new DOMException('No.', 'SecurityError');
    },
  });
};

it.each<[server: string, before: () => void, classes: string]>([
  ['', () => localStorage.setItem('docs.theme', 'dark'), 'without-mock dark'],
  ['http://localhost', () => localStorage.setItem('docs.theme', 'light'), 'light'],
  ['http://localhost', () => undefined, ''],
  ['', withoutStorage, 'without-mock'],
])(
  'with the mock server "%s" and what is stored, the page is painted from the beginning (%#)',
  async (server, before, classes) => {
    const page = await openWith(browser, { html: `<meta name="mock-server" content="${server}">`, scripts: ['first'], before });
    expect(await page.evaluate(() => document.documentElement.className)).toBe(classes);
  },
);

const menu = `<button class="theme-button"></button><button class="menu-button"></button>
<nav id="contents" class="sidebar"><a href="#x"><i>Link</i></a><b>Text</b></nav><dialog open>Search</dialog><p>Text</p>`;

it('the theme changes to the one that the button names, and is stored', async () => {
  const page = await openWith(browser, { html: menu, scripts: ['menu'] });
  const seen = (): Promise<unknown[]> =>
    page.evaluate(() => {
      const button = document.querySelector('.theme-button');
      const { className } = document.documentElement;
      return [button?.textContent, button?.getAttribute('aria-label'), className, localStorage.getItem('docs.theme')];
    });
  const [dark, light] = [
    ['Light', 'Light theme', 'x dark', 'dark'],
    ['Dark', 'Dark theme', 'x light', 'light'],
  ];
  await page.evaluate(() => document.documentElement.classList.add('x'));
  expect(await seen()).toEqual(['Dark', 'Dark theme', 'x', null]);
  await click(page, '.theme-button');
  expect(await seen()).toEqual(dark);
  await click(page, '.theme-button');
  expect(await seen()).toEqual(light);
  // What was chosen wins over the system.
  await page.emulateMedia({ colorScheme: 'dark' });
  await click(page, '.theme-button');
  expect(await seen()).toEqual(dark);
  await page.evaluate(() => document.documentElement.classList.remove('dark'));
  await click(page, '.theme-button');
  expect(await seen()).toEqual(light);
});

it('the menu opens with its button, and closes with it, a link, a click elsewhere and Escape', async () => {
  const page = await openWith(browser, { html: menu, scripts: ['menu'] });
  /** The state after each act: whether the menu is open, what its button says, and whether that has the focus. */
  const after = (acts: string[]): Promise<unknown[]> =>
    page.evaluate(
      (all) =>
        all.map((act) => {
          (document.activeElement as HTMLElement).blur();
          if (act.startsWith('key '))
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key: act.slice(4), bubbles: true }));
          else document.querySelector<HTMLElement>(act)?.click();
          const button = document.querySelector('.menu-button');
          const isOpen = document.documentElement.classList.contains('menu-open');
          return [act, isOpen, button?.getAttribute('aria-expanded'), document.activeElement === button];
        }),
      acts,
    );
  const [button, key] = ['.menu-button', 'key Escape'];
  const none = [null, false];
  const [open, closed, focused] = [
    [true, 'true', false],
    [false, 'false', false],
    [false, 'false', true],
  ];
  expect(
    await after(['p', key, button, button, button, 'nav b', 'dialog', 'key a', 'i', button, 'p', 'p', button, key, key]),
  ).toEqual([
    ['p', false, ...none],
    [key, false, ...none],
    [button, ...open],
    [button, ...closed],
    [button, ...open],
    ['nav b', ...open],
    ['dialog', ...open],
    ['key a', ...open],
    ['i', ...closed],
    [button, ...open],
    ['p', ...closed],
    ['p', ...closed],
    [button, ...open],
    [key, ...focused],
    [key, ...closed],
  ]);
});

const sample = (name: string): string => `<div class="samples" style="width:60px;overflow:auto;white-space:nowrap">
<label style="display:inline-block;width:50px"><input type="radio" name="${name}" value="curl" checked></label
><label style="display:inline-block;width:50px"><input type="radio" name="${name}" value="python"></label></div>`;
const samples = `<style>.samples:has([value=curl]:checked) { padding-bottom: 300px } pre { margin: 0; overflow: auto }</style>
${sample('one')}${sample('two')}<input class="other" type="radio" value="python">
<div><button class="copy"><i>Copy</i></button><code>curl  x</code></div><p id="announcer"></p><p style="height:3000px">End</p>`;
const chosen = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('.samples :checked')].map(({ value }) => value));

it('a language is that of all samples, stays where it is on the screen, and is stored', async () => {
  const before = (): void => localStorage.setItem('docs.language', 'python');
  const page = await openWith(browser, { html: samples, scripts: ['samples'], before });
  expect(await chosen(page)).toEqual(['python', 'python']);
  const select = (selector: string, from: number): Promise<unknown[]> =>
    page.evaluate(
      ([found, top]) => {
        scrollTo(0, top);
        const input = document.querySelectorAll<HTMLInputElement>(found)[1] ?? document.querySelector<HTMLInputElement>(found);
        const { top: before = 0 } = input?.getBoundingClientRect() ?? {};
        input?.click();
        const moved = (input?.getBoundingClientRect().top ?? 0) - before;
        return [Math.round(moved), scrollY, input?.closest('.samples')?.scrollLeft, localStorage.getItem('docs.language')];
      },
      [selector, from] as const,
    );
  expect(await select('.other', 20)).toEqual([0, 20, undefined, 'python']);
  expect(await select('[value=curl]', 20)).toEqual([0, 320, 0, 'curl']);
  expect(await chosen(page)).toEqual(['curl', 'curl']);
  expect(await select('.samples [value=python]', 320)).toEqual([0, 20, 40, 'python']);
});

it('where nothing can be stored, a theme and a language hold until the reader leaves', async () => {
  const page = await openWith(browser, { html: menu + samples, scripts: ['menu', 'samples'], before: withoutStorage });
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await click(page, '.theme-button');
  await click(page, '.samples [value=python]');
  expect(await page.locator('.theme-button').textContent()).toBe('Light');
  expect([await chosen(page), errors]).toEqual([['python', 'python'], []]);
});

it('code is copied, by the clipboard or without it, and two seconds long the button says so', async () => {
  const page = await openWith(browser, { html: samples, scripts: ['samples'] });
  const seen = await page.evaluate(async () => {
    const log: unknown[] = [];
    const [button, announcer] = [document.querySelector<HTMLElement>('.copy'), document.getElementById('announcer')];
    const texts = (): unknown[] => [button?.textContent, announcer?.textContent];
    const timers: Array<() => void> = [];
    Object.assign(globalThis, { setTimeout: (run: () => void, time: number) => log.push(time) + timers.push(run) });
    Object.assign(document, { execCommand: (command: string) => log.push(command, String(getSelection())) });
    const press = async (selector: string): Promise<void> => {
      document.querySelector<HTMLElement>(selector)?.click();
      await Promise.resolve().then(() => undefined);
      await new Promise(requestAnimationFrame);
      log.push(texts());
      timers.pop()?.();
      log.push(texts());
    };
    await press('code');
    await press('.copy i');
    const writeText = (text: string): Promise<void> => Promise.resolve(void log.push(`written: ${text}`));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    await press('.copy');
    return log;
  });
  const [none, copied] = [
    ['Copy', ''],
    ['Copied', 'Copied'],
  ];
  expect(seen).toEqual([none, none, 'copy', 'curl x', 2000, copied, none, 'written: curl  x', 2000, copied, none]);
});

it('a box is a Tab stop where it scrolls, and no other', async () => {
  const box = (style: string, inner: string, tag = 'pre'): string =>
    `<${tag} class="table" style="overflow:auto;${style}"><div style="${inner}"></div></${tag}>`;
  const html = `${box('width:50px', 'width:51px;height:1px')}${box('height:20px', 'height:22px;width:1px', 'div')}${box(
    'height:20px',
    'height:21px;width:1px',
  )}${box('', 'height:1px').replace('<pre', '<pre tabindex="0"')}<div tabindex="0"></div>`;
  const page = await openWith(browser, {
    html: `<style>* { scrollbar-width: none; margin: 0 }</style>${html}`,
    scripts: ['samples'],
  });
  await settled(page);
  expect(await page.locator('.table, body > div').evaluateAll((all) => all.map((one) => one.getAttribute('tabindex')))).toEqual([
    ...['0', '0', null, null],
    '0',
  ]);
});

const section = (id: string, height: number, inner = ''): string =>
  `<section id="${id}" style="height:${height}px">${inner}</section>`;
const link = (href: string): string => `<li style="height:20px"><a href="${href}">${href}</a></li>`;
const places = `<style>* { margin: 0; padding: 0 } a { display: block; height: 20px }</style>
<nav class="sidebar" style="position:fixed;height:20px;overflow:auto"><ul>${['#a', '#b#1 ü', '#in', 'other.html#far', '#c', '#d'].map(link).join('')}</ul></nav>
<main><p style="height:400px"><input id="outside"></p>${section('a', 600)}${section(
  'b#1 ü',
  1000,
  `<input id="input">${section('in', 100, '<input id="inner">')}`,
)}${section('c', 100)}${section('d', 100)}</main>`;

it("the sidebar marks the reader's place: by scrolling, at the end of the page, by a link and by the focus", async () => {
  const page = await openWith(browser, { html: places, scripts: ['active-place'] });
  const marked = async (act?: number | string): Promise<unknown> => {
    await page.evaluate((what) => {
      if (typeof what === 'number') scrollTo({ top: what, behavior: 'instant' });
      else if (what?.startsWith('#')) location.hash = what;
      else if (what !== undefined) document.getElementById(what)?.focus();
    }, act);
    await settled(page);
    const found = await page
      .locator('[aria-current]')
      .evaluateAll((all) => all.map((one) => [one.getAttribute('href'), one.ariaCurrent]));
    return found.map(([href, current]) => (current === 'location' ? href : current)).join();
  };
  const sidebar = (top?: number): Promise<number | undefined> =>
    page.evaluate((to) => {
      const nav = document.querySelector('nav');
      if (nav && to !== undefined) nav.scrollTop = to;
      return nav?.scrollTop;
    }, top);
  // A third of the window is the line: sections begin at 400, 1000, 2000 and 2100 pixels, and the page has 2200.
  expect(await marked()).toBe('');
  expect([await marked(66), await marked(67), await marked(666), await marked(667)]).toEqual(['', '#a', '#a', '#b#1 ü']);
  expect(await sidebar()).toBe(20);
  // It stays where the reader has scrolled it, as long as the place is the same.
  await sidebar(0);
  expect([await marked(680), await sidebar()]).toEqual(['#b#1 ü', 0]);
  expect([await marked(1197), await marked(1198)]).toEqual(['#in', '#d']);
  expect(await marked('#c')).toBe('#c');
  expect(await marked('#none')).toBe('#c');
  expect([await marked('input'), await marked('inner'), await marked('outside')]).toEqual(['#b#1 ü', '#in', '']);
  expect(await marked(0)).toBe('');
  // All of it is in the window, so that there is no end to reach.
  await page.setViewportSize({ width: 1440, height: 2400 });
  expect(await marked()).toBe('#a');
});

const elsewhere = '<a href="other.html#op" data-endpoint="GET /op">Op</a><a href="wrong.html#plain">Plain</a><p id="here"></p>';

it.each([
  ['#op', 'other.html#op'],
  ['#here', '#here'],
  ['', ''],
])('an address that ends in "%s" leads to "%s", and one of another page later does, too', async (hash, end) => {
  const page = await openWith(browser, { html: elsewhere, scripts: ['other-page'], hash });
  await settled(page);
  expect(page.url()).toBe(address + end);
  const before = await page.evaluate(() => history.length);
  for (const other of ['#plain', '#none']) {
    await page.evaluate((to) => location.replace(to), other);
    await settled(page);
    expect(new URL(page.url()).hash).toBe(other);
  }
  await page.evaluate(() => location.replace('#op'));
  await page.waitForURL(`${address}other.html#op`);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

const whole = `<meta name="mock-server" content="">${menu}<main></main><button class="search-button"></button>`;
const isStarted = (page: Page): Promise<unknown> =>
  page.evaluate(() => document.querySelector('.theme-button')?.textContent !== '');

it('the scripts run with the second frame', async () => {
  const page = await openWith(browser, { html: whole, scripts: ['later'] });
  await expect.poll(() => isStarted(page)).toBe(true);
});

it.each(['pointerdown', 'keydown', 'focusin', 'click'])('the scripts run before the second frame for a %s', async (type) => {
  const page = await openWith(browser, {
    html: whole,
    scripts: ['later'],
    before: () => Object.assign(globalThis, { requestAnimationFrame: () => 0 }),
  });
  expect(await isStarted(page)).toBe(false);
  await page.evaluate((name) => {
    const target = document.querySelector('p');
    // The page handles it by itself, too.
    target?.addEventListener(name, (event) => event.stopPropagation());
    target?.dispatchEvent(new Event(name, { bubbles: true }));
  }, type);
  expect(await isStarted(page)).toBe(true);
});
