import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';

/** In milliseconds from the start of the navigation, as the browser reports paints. */
export interface PaintTimes {
  /** The first paint of anything. */
  first: number;
  /** The paint of the paragraph inside the window. */
  words: number;
}

/**
 * Opens a page in a new context and records when a paragraph is visible: painted and inside the window.
 *
 * @param hash The hash of the URL, without `#`.
 * @param words The full text of the paragraph.
 * @throws Error when it does not appear within the time limit of Playwright.
 */
export async function paintTimes(browser: Browser, file: string, hash: string, words: string): Promise<PaintTimes> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  await page.addInitScript(observe, words);
  await page.goto(`${pathToFileURL(file).href}#${hash}`, { waitUntil: 'commit' });
  const times = await page.waitForFunction(() => {
    const { painted, inWindow } = window as unknown as Observed;
    const [first] = performance.getEntriesByName('first-contentful-paint');
    return painted && inWindow && first ? { first: first.startTime, words: Math.max(painted, inWindow) } : undefined;
  });
  const found = (await times.jsonValue())!;
  await context.close();
  return found;
}

interface Observed {
  painted?: number;
  inWindow?: number;
}

/** Runs in the page: makes the browser report the paragraph as soon as it exists. */
function observe(words: string): void {
  const observed = window as unknown as Observed;
  const places = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) observed.inWindow ??= performance.now();
  });
  const paragraphs = new MutationObserver(() => {
    for (const paragraph of document.querySelectorAll('p:not([elementtiming])')) {
      if (paragraph.textContent !== words) continue;
      paragraph.setAttribute('elementtiming', '');
      places.observe(paragraph);
    }
  });
  new PerformanceObserver((list) => {
    observed.painted ??= list.getEntries()[0]!.startTime;
    paragraphs.disconnect();
  }).observe({ type: 'element', buffered: true });
  paragraphs.observe(document, { childList: true, subtree: true });
}
