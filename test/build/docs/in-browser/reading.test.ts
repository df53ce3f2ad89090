import { afterAll, describe, expect, test } from 'vitest';
import { documentedOperations } from '../../../../src/description/operations.js';
import { completeDescription } from '../../../../src/description/complete.js';
import type { Description } from '../../../../src/description/types.js';
import { renderDocs } from '../../../../src/build/docs/render-docs.js';
import { connectBrowser } from '../../../setup/browser.js';
import { builtDescription, openPage, scriptsRun } from '../built-page.js';

const operations = documentedOperations(await builtDescription());
const browser = await connectBrowser();
afterAll(() => browser.close());
const page = await openPage(browser);
const active = page.locator('.sidebar a[aria-current]');

describe('the sidebar marks where the reader is', () => {
  test.each(operations)('by scrolling to $operationId', async ({ operationId, summary }) => {
    await page.locator(`[id="operation/${operationId}"]`).evaluate((one) => {
      window.scrollTo(0, one.getBoundingClientRect().top + scrollY - 10);
    });
    await expect.poll(() => active.allTextContents()).toEqual([expect.stringContaining(summary)]);
  });

  test.each(operations)('with the Tab key in $operationId', async ({ operationId, summary }) => {
    await page.locator(`[id="operation/${operationId}"]`).getByRole('radio').first().focus();
    await expect.poll(() => active.allTextContents()).toEqual([expect.stringContaining(summary)]);
  });

  test('by what the browser finds in the page', async () => {
    const { operationId, summary } = operations[1]!;
    const text = await page.locator(`[id="operation/${operationId}"] .prose:not(.lead) p`).first().textContent();
    await page.evaluate(() => window.scrollTo(0, 0));
    // The search of the browser's find dialog, which is missing in the DOM types.
    expect(
      await page.evaluate((words) => (window as unknown as { find(words: string): boolean }).find(words), text!.slice(0, 40)),
    ).toBe(true);
    await expect.poll(() => active.allTextContents()).toEqual([expect.stringContaining(summary)]);
  });

  test.each(['light', 'dark'] as const)('bold and with contrast, %s', async (theme) => {
    await page.evaluate((name) => (document.documentElement.className = name), theme);
    const [marked, other] = await Promise.all(
      [active, page.locator('.sidebar li a:not([aria-current])').first()].map((one) =>
        one.evaluate((link) => {
          const { fontWeight, color } = getComputedStyle(link);
          return { fontWeight, color };
        }),
      ),
    );
    expect(marked!.fontWeight).toBe('700');
    expect(other!.fontWeight).toBe('400');
    expect(marked!.color).not.toBe(other!.color);
  });
});

test.each([1440, 1024])('at %i pixels each panel shows the whole request without scrolling', async (width) => {
  const wide = await openPage(browser, { width });
  const hidden = await wide
    .locator('.panel-content, .panel-content pre')
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight).map((one) => one.textContent),
    );
  expect(hidden).toEqual([]);
  for (const { operationId, path, requestBody } of operations.filter(({ method }) => method === 'GET')) {
    const shown = await wide.locator(`[id="operation/${operationId}"] .panel-content pre`).allTextContents();
    for (const part of [path, ...Object.keys(requestBody?.content ?? {})]) expect(shown.join('\n')).toContain(part);
  }
});

test('request and response stay in view while the text scrolls', async () => {
  for (const { operationId } of operations) {
    const section = page.locator(`[id="operation/${operationId}"]`);
    await section.locator('.samples').scrollIntoViewIfNeeded();
    const request = (await section.locator('.panel-content pre').first().boundingBox())!;
    expect(request.y).toBeGreaterThanOrEqual(0);
    expect(request.y + request.height).toBeLessThanOrEqual(1000);
  }
});

test('language and theme are remembered over reloads', async () => {
  const other = await openPage(browser);
  const chosen = async (): Promise<unknown[]> => {
    await other.getByRole('radio', { name: 'Python (requests)' }).first().check();
    const dark = other.getByRole('button', { name: 'Dark' });
    if (await dark.isVisible()) await dark.click();
    await other.reload();
    await scriptsRun(other);
    const languages = other.locator('.samples input:checked');
    return [
      await languages.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
      await other.getByRole('button', { name: 'Light' }).isVisible(),
      await other.locator('html.dark').count(),
    ];
  };
  // Chromium stores in another process, and a reload right after the choice can come before that on a busy machine.
  await expect.poll(chosen, { timeout: 10_000 }).toEqual([operations.map(() => 'Python (requests)'), true, 1]);
});

test('the title has the contrast of text on its background', async () => {
  const { color, backgroundColor } = await page.locator('.sidebar .brand').evaluate((one) => {
    const { color, backgroundColor } = getComputedStyle(one);
    return { color, backgroundColor };
  });
  const luminance = (css: string): number => {
    const [red, green, blue] = [...css.matchAll(/\d+/g)].map(([channel]) => {
      const value = Number(channel) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [light, dark] = [luminance(color), luminance(backgroundColor)].sort((a, b) => b - a);
  expect((light! + 0.05) / (dark! + 0.05)).toBeGreaterThanOrEqual(4.5);
});

describe('code', () => {
  test('a line that wraps goes on further in than it begins', async () => {
    const phone = await openPage(browser, { width: 390 });
    const wrapped = await phone.locator('.sample:visible .line').evaluateAll((lines) =>
      lines.flatMap((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        // There is one box for each piece of text: the first word, and the text on later lines.
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
        const [first] = boxes;
        const character = parseFloat(getComputedStyle(line).fontSize) * 0.6;
        const indent = /^ */.exec(line.textContent)![0].length * character;
        const later = boxes.filter(({ top }) => top > first!.top + 4);
        return later.map(({ left }) => left - (first!.left + indent));
      }),
    );
    expect(wrapped.length).toBeGreaterThan(3);
    for (const further of wrapped) expect(further).toBeGreaterThan(0);
  });

  test('JSON is printed in one style', async () => {
    for (const text of await page.locator('.panel-content pre code').allTextContents()) {
      if (/^[[{]/.test(text)) expect(text).toBe(JSON.stringify(JSON.parse(text), undefined, 2));
    }
    for (const text of await page.locator('.mock-examples div code').allTextContents()) {
      if (/^[[{]/.test(text)) expect(text).toBe(JSON.stringify(JSON.parse(text), undefined, 1).replace(/\n\s*/g, ' '));
    }
  });

  test('each sample has a language of its own', () => {
    for (const { operation } of operations) {
      const languages = operation['x-codeSamples']!.map(({ lang }) => lang);
      expect(new Set(languages).size).toBe(languages.length);
    }
  });
});

test('where the system chooses the colors, the selected tab and the active entry are marked by a line', async () => {
  const forced = await openPage(browser, { forcedColors: 'active' });
  const lines = (selector: string): Promise<boolean[]> =>
    forced.locator(selector).evaluateAll((all) =>
      all.map((one) => {
        const { borderBottomStyle, outlineStyle } = getComputedStyle(one);
        return borderBottomStyle !== 'none' || outlineStyle !== 'none';
      }),
    );
  expect(await lines('.operation:first-of-type .tabs label')).toEqual(
    await forced
      .locator('.operation:first-of-type .tabs input')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked)),
  );
  expect(await lines('.sidebar [aria-current]')).toEqual([true]);
});

test('printed it has the servers', async () => {
  const printed = await openPage(browser);
  await printed.emulateMedia({ media: 'print' });
  for (const { url } of (await builtDescription()).servers ?? []) {
    expect(await printed.locator('.introduction-panel').getByText(url, { exact: true }).isVisible()).toBe(true);
  }
});

test('printed it shows what nobody can open on paper: the addresses of links, details, each tab', async () => {
  const sample = (label: string): object => ({ lang: label, label, source: label });
  const labels = Array.from({ length: 14 }, (_, index) => `Language ${index}`);
  const whole = {
    openapi: '3.1.0',
    info: { title: 'A', version: '1', description: '<details><summary>More</summary>Hidden</details>' },
    externalDocs: { url: 'https://a.example/b' },
    paths: {
      '/a': {
        get: {
          summary: 'A',
          description: 'See [the guide](https://a.example/guide) or https://a.example/c',
          responses: { 200: { description: 'It' } },
          'x-codeSamples': labels.map(sample),
        },
      },
    },
  };
  const files = await renderDocs(completeDescription(whole as Description).description, undefined);
  const printed = await browser.newPage();
  await printed.setContent(Buffer.from(files.get('index.html') ?? []).toString());
  // On the screen, one sample of each group of tabs is visible; any one can be chosen.
  expect(await printed.locator('.sample:visible').count()).toBe(2);
  await printed.getByRole('radio', { name: labels.at(-1)!, exact: true }).check();
  expect(await printed.locator('.sample:visible code').allTextContents()).toContain(labels.at(-1));
  await printed.emulateMedia({ media: 'print' });
  expect(await printed.locator('.sample:visible code').allTextContents()).toEqual(labels);
  expect(await printed.getByText('Hidden').isVisible()).toBe(true);
  const addresses = await printed
    .locator('main a:visible')
    .evaluateAll((all) => all.map((one) => one.textContent + getComputedStyle(one, '::after').content.replaceAll('"', '')));
  expect(addresses).toEqual(['https://a.example/bnone', 'the guide (https://a.example/guide)', 'https://a.example/cnone']);
  await printed.close();
});

test.each(['light', 'dark'] as const)(
  'printed from the %s theme it is dark on light, whole, and has no controls',
  async (colorScheme) => {
    const printed = await openPage(browser, { colorScheme });
    await printed.emulateMedia({ media: 'print', colorScheme });
    expect(await printed.locator(':is(nav, button, .tabs, .downloads, .bar):visible').count()).toBe(0);
    expect(await printed.locator('.sample').evaluateAll((all) => all.every((one) => one.checkVisibility()))).toBe(true);
    const styleOf = (selector: string): Promise<{ color: string; background: string; breakInside: string; breakAfter: string }> =>
      printed
        .locator(selector)
        .first()
        .evaluate((one) => {
          const { color, backgroundColor, breakInside, breakAfter } = getComputedStyle(one);
          return { color, background: backgroundColor, breakInside, breakAfter };
        });
    expect((await styleOf('body')).background).toBe('rgb(255, 255, 255)');
    expect((await styleOf('.operation-panel')).background).toBe('rgb(255, 255, 255)');
    expect(await styleOf('.panel-content pre')).toMatchObject({ color: 'rgb(0, 0, 0)', breakInside: 'avoid' });
    expect((await styleOf('.operation h3')).breakAfter).toBe('avoid');
    expect((await styleOf('.sample')).breakInside).toBe('avoid');
    expect(await printed.evaluate(() => document.documentElement.scrollWidth)).toBe(1440);
  },
);

test('headings in letters that run from the right stand at the right, like the text below them', async () => {
  const description = {
    openapi: '3.1.0',
    info: { title: 'واجهة الحجز', version: '1', description: '# البداية\n\nأرسل طلبا واحدا لكل غرفة ثم انتظر الرد.' },
    paths: { '/a': { get: { summary: 'حجز غرفة', responses: { '204': { description: 'تم' } } } } },
  } as unknown as Description;
  const files = await renderDocs(completeDescription(description).description, undefined);
  const shown = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await shown.setContent(Buffer.from(files.get('index.html')!).toString());
  const edges = await shown.locator('main :is(h1, section > h2, .prose > p)').evaluateAll((all) =>
    all.map((one) => {
      const words = document.createRange();
      words.selectNodeContents(one);
      return Math.round(one.getBoundingClientRect().right - words.getBoundingClientRect().right);
    }),
  );
  expect(edges.length).toBeGreaterThan(2);
  expect(edges.every((distance) => distance === 0)).toBe(true);
  await shown.close();
});
