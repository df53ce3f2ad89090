import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../setup/browser.js';
import { openPage } from './built-page.js';

const browser = await launchBrowser();
afterAll(() => browser.close());

interface Place {
  what: string;
  box: [x: number, y: number, width: number, height: number];
}

/** Notes where everything stands as soon as the page is there, and each shift of the layout from then on. */
function observe(): void {
  const state = window as unknown as { places(): Place[]; before?: Place[]; shifts: number };
  state.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) state.shifts += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  state.places = () =>
    [...document.querySelectorAll(':is(h1, h2, h3, p, li, dt, dd, th, td, pre, label, .copy)')]
      .filter((one) => !one.closest('.starting') && one.checkVisibility())
      .map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        const box = [x + scrollX, y + scrollY, width, height].map(Math.round) as Place['box'];
        return { what: `${one.tagName} ${one.textContent.replace(/\s+/g, ' ').trim().slice(0, 40)}`, box };
      });
  new MutationObserver((_, observer) => {
    if (!document.querySelector('#redoc.starting')) return;
    observer.disconnect();
    state.before = state.places();
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

describe.each([1440, 390])('at %i pixels', async (width) => {
  const page = await openPage(browser, { width, before: observe });
  const { before, after, shifts } = await page.evaluate(() => {
    const state = window as unknown as { places(): Place[]; before: Place[]; shifts: number };
    return { before: state.before, after: state.places(), shifts: state.shifts };
  });

  test('everything stays where it was when Redoc takes over', () => {
    expect(before.length).toBeGreaterThan(100);
    expect(after).toEqual(before);
  });

  test('the browser notices no shift of the layout', () => {
    expect(shifts).toBe(0);
  });
});

test('a link is followed before the script of Redoc has been read', async () => {
  const page = await openPage(browser, { awaitRedoc: false, hash: '#operation/completePasswordReset', before: notePlace });
  const top = await page.waitForFunction(() => (window as unknown as { place?: number }).place);
  expect(await top.jsonValue()).toBeGreaterThan(1000);
});

/** Notes where the reader is when the browser comes upon the script of Redoc; it is still reading then. */
function notePlace(): void {
  new MutationObserver((_, observer) => {
    if (!document.getElementById('redoc-script')) return;
    observer.disconnect();
    (window as unknown as { place: number }).place = document.readyState === 'loading' ? Math.round(scrollY) : -1;
  }).observe(document, { subtree: true, childList: true });
}

test('a choice, the focus and the place of a reader who was faster than Redoc stay', async () => {
  const page = await openPage(browser, { awaitRedoc: false, before: holdRedocBack });
  const radio = page.locator('.operation').nth(1).getByRole('radio', { name: 'Node.js' });
  await radio.check();
  await radio.focus();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(500);
  await page.evaluate(() => {
    (window as unknown as { letRedocGo(): void }).letRedocGo();
  });
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  expect(await page.evaluate(() => scrollY)).toBe(before);
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('Node.js');
  expect(await page.locator('#redoc .operation').nth(1).getByRole('radio', { name: 'Node.js' }).isChecked()).toBe(true);
});

/** Redoc writes a section when an IntersectionObserver says so; this one says so later. */
function holdRedocBack(): void {
  const held: Array<() => void> = [];
  window.IntersectionObserver = class {
    constructor(private readonly callback: (entries: unknown[], observer: unknown) => void) {}
    observe(target: Element): void {
      held.push(() =>
        this.callback([{ isIntersecting: true, target, boundingClientRect: target.getBoundingClientRect() }], this),
      );
    }
    unobserve = (): void => undefined;
    disconnect = (): void => undefined;
    takeRecords(): [] {
      return [];
    }
  } as unknown as typeof IntersectionObserver;
  (window as unknown as { letRedocGo(): void }).letRedocGo = () => {
    for (const go of held.splice(0)) go();
  };
}

test('without scripts each link of the sidebar leads to its section, and no control is there that does nothing', async () => {
  const page = await openPage(browser, { scripts: false });
  const links = await page
    .getByRole('navigation')
    .getByRole('link')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  expect(links).toContain('#/other/validatepasswordreset');
  for (const link of links) expect(await page.locator(`[id="${link.slice(1)}"]`).count(), link).toBe(1);
  expect(await page.getByRole('button').count()).toBe(0);
  await page.locator('.operation').last().getByRole('radio', { name: 'HTTPie' }).check();
  expect(await page.locator('.operation').last().locator('.sample .code:visible').textContent()).toContain('http --');
});

test('if Redoc fails, the page stays as it was and works', async () => {
  const page = await openPage(browser, {
    awaitRedoc: false,
    before: () => Reflect.deleteProperty(window, 'IntersectionObserver'),
  });
  await page.locator('#redoc.starting').waitFor({ state: 'attached' });
  await page.locator('.operation:visible').last().getByRole('radio', { name: 'HTTPie' }).check();
  expect(await page.locator('.operation:visible').last().locator('.sample .code:visible').textContent()).toContain('http --');
});
