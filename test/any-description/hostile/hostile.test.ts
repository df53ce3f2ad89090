import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';
import type { Page } from 'playwright-core';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../src/build/build.js';
import { connectBrowser } from '../../setup/browser.js';
import { describeWith } from './fields.js';
import { harmless, payloads } from './payloads.js';

const texts = Object.values(payloads);
const browser = await connectBrowser();
const directory = await mkdtemp(join(tmpdir(), 'password-reset-test-'));
afterAll(async () => {
  await Promise.all([browser.close(), rm(directory, { recursive: true, force: true })]);
});

/** Builds a description from its file, as `npm run build -- --description` does. @returns A function that reads an output. */
async function built(name: string, described: string[]): Promise<(path: string) => Promise<string>> {
  const input = { root: directory, description: join(directory, `${name}.json`), out: join(directory, name) };
  await writeFile(input.description, JSON.stringify(describeWith(described)));
  await build(input);
  return (path) => readFile(join(input.out, path), 'utf8');
}

/** The outputs with every payload in every field, and those with as many harmless texts. */
let read: (path: string) => Promise<string>;
let readHarmless: (path: string) => Promise<string>;
beforeAll(async () => {
  read = await built('hostile', texts);
  readHarmless = await built(
    'harmless',
    texts.map((_, index) => `${harmless}${index}`),
  );
}, 240_000);

describe('the page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage();
    await page.goto(pathToFileURL(join(directory, 'hostile/dist/docs/index.html')).href);
    await page.locator('.operation').last().waitFor();
  }, 240_000);

  it('runs nothing of the description and goes nowhere', async () => {
    expect(await page.evaluate(() => 'injected' in globalThis)).toBe(false);
    expect(page.url()).toContain('index.html');
  });

  it('has the elements of scripts, styles and forms that it has for harmless texts, and no handler', async () => {
    const active = 'script, style, meta, link, iframe, object, embed, form, base, svg, math, template, input, button';
    const count = (): Promise<Record<string, number>> =>
      page.evaluate((selector) => {
        const counts: Record<string, number> = {};
        for (const { localName } of document.querySelectorAll(selector)) counts[localName] = (counts[localName] ?? 0) + 1;
        return counts;
      }, active);
    const hostile = await count();
    const handlers = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes]
          .filter(
            ({ name, value }) => name.startsWith('on') || /^\s*(javascript|vbscript|data:text)/i.test(value.replace(/\s/g, '')),
          )
          .map(({ name, value }) => `${element.localName} ${name}=${value}`),
      ),
    );
    expect(handlers).toEqual([]);
    await page.goto(pathToFileURL(join(directory, 'harmless/dist/docs/index.html')).href);
    await page.locator('.operation').last().waitFor();
    expect(hostile).toEqual(await count());
  });
});

describe.each(['index.md', 'llms.txt'])('%s', (name) => {
  it('holds text, and links that lead to pages', async () => {
    const active: string[] = [];
    void marked.walkTokens(marked.lexer(await read(`dist/docs/${name}`)), (token) => {
      if (token.type === 'html' && token.raw !== '<br>') active.push(token.raw);
      const { href } = token as { href?: string };
      if (href !== undefined && !/^(https?:|mailto:|#|[\w./-]+(#|$))/.test(href)) active.push(href);
    });
    expect(active).toEqual([]);
  });
});

const generated = ['operations.ts', 'each-operation.ts', 'methods.d.ts', 'schema.d.ts'].map((name) => `generated/${name}`);

describe.each(generated)('%s', (path) => {
  it('has the statements that it has for harmless texts, and says nothing else', async () => {
    const parsed = parse(await read(path));
    expect(parsed.problems).toEqual([]);
    expect(parsed.statements).toEqual(parse(await readHarmless(path)).statements);
    expect(parsed.injected).toEqual([]);
  });
});

/** The kinds of the statements in a TypeScript text, its syntax errors, and the code that uses the name that payloads inject. */
function parse(text: string): { problems: string[]; statements: string[]; injected: string[] } {
  const file = ts.createSourceFile('generated.ts', text, ts.ScriptTarget.ES2022, true);
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
  const visit = (node: ts.Node): string[] => [
    ...(ts.isIdentifier(node) && node.text === 'injected' ? [node.parent.getText()] : []),
    ...node.getChildren().flatMap(visit),
  ];
  return {
    problems: diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    // Equal lists of media types are written once, so their number depends on how many texts are equal.
    statements: file.statements
      .filter((statement) => !/^const types\d+: readonly string\[\] = \[("([^"\\]|\\.)*"(, )?)+\];$/.test(statement.getText()))
      .map(({ kind }) => ts.SyntaxKind[kind]),
    injected: visit(file),
  };
}
