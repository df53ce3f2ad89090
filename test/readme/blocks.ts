import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { marked } from 'marked';
import { root } from '../support/command.js';
import { readmes } from '../support/readmes.js';

/** A code block of a README. */
export interface Block {
  /** The path of the README, relative to the project. */
  readme: string;
  /** The heading above it. */
  heading: string;
  language: string;
  code: string;
}

/** The code blocks of all READMEs. */
export async function readmeBlocks(): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const readme of await readmes()) {
    let heading = '';
    for (const token of marked.lexer(await readFile(join(root, readme), 'utf8'))) {
      if (token.type === 'heading') heading = String(token.text);
      if (token.type === 'code') blocks.push({ readme, heading, language: String(token.lang ?? ''), code: String(token.text) });
    }
  }
  return blocks;
}
