import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../support/command.js';
import { described, workflows } from './all.js';

// Whether each is noticed takes long, and is measured by `npm run bench -- mutations`.
test.each([...described, ...workflows])('it can still be tried that $title', async ({ edits }) => {
  const texts = new Map<string, string>();
  for (const [file, from, to] of edits) {
    const text = texts.get(file) ?? (await readFile(join(root, 'openapi', file), 'utf8'));
    expect(text, `openapi/${file}`).toContain(from);
    texts.set(file, text.replace(from, to));
  }
});
