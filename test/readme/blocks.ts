import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { marked } from 'marked';
import { root } from '../support/command.js';

/** The code blocks of the README in a language, each with the heading that it stands under. */
export async function readmeBlocks(language: string): Promise<Array<{ heading: string; code: string }>> {
  const blocks: Array<{ heading: string; code: string }> = [];
  let heading = '';
  for (const token of marked.lexer(await readFile(join(root, 'README.md'), 'utf8'))) {
    if (token.type === 'heading') heading = String(token.text);
    if (token.type === 'code' && token.lang === language) blocks.push({ heading, code: String(token.text) });
  }
  return blocks;
}
