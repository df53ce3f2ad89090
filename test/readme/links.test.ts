import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { marked, type Token } from 'marked';
import { expect, it } from 'vitest';
import { root } from '../support/command.js';
import { readmes } from '../support/readmes.js';

const documents = [...(await readmes()), 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'];

it.for(documents)('every link of %s within the project leads to a file, and to a heading of it', async (path) => {
  const links = hrefs(marked.lexer(await text(path))).filter((href) => !/^[a-z]+:/.test(href));
  const broken: string[] = [];
  for (const href of links) {
    const [file = '', anchor] = href.split('#');
    const target = file === '' ? path : join(dirname(path), file);
    const exists = await access(join(root, target)).then(
      () => true,
      () => false,
    );
    if (!exists) broken.push(href);
    else if (anchor !== undefined && !anchors(await text(target)).includes(anchor)) broken.push(href);
  }
  expect(broken).toEqual([]);
});

async function text(path: string): Promise<string> {
  return readFile(join(root, path), 'utf8');
}

/** The targets of all links and pictures in a document. */
function hrefs(tokens: Token[]): string[] {
  const found: string[] = [];
  void marked.walkTokens(tokens, (token) => {
    if (token.type === 'link' || token.type === 'image') found.push(String(token.href));
    if (token.type === 'html')
      found.push(...[...String(token.text).matchAll(/(?:src|href|srcset)="([^"]+)"/g)].map(([, href]) => href!));
  });
  return found;
}

/** The anchors of the headings, by the rules of GitHub and npm: lower case, no punctuation, a hyphen for each space. */
function anchors(markdown: string): string[] {
  const headings = marked.lexer(markdown).flatMap((token) => (token.type === 'heading' ? [String(token.text)] : []));
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{Letter}\p{Number} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
