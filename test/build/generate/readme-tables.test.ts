import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderReadme } from '../../../src/build/generate/readme-tables.js';
import { renderReadmes } from '../../../src/build/readmes.js';
import { builtDescription } from '../docs/built-page.js';
import { copyProject } from '../../support/project.js';

const description = await builtDescription();
const empty = '<!-- generated: links to the operations -->\n<!-- end -->\n';

describe('the tables of a README', () => {
  it('are written between their markers, and the text around them stays', () => {
    const readme = renderReadme('README.md', `before\n\n${empty}\nafter\n`, description);
    expect(readme).toMatch(
      /^before\n\n<!-- generated: links to the operations -->\n\n\| operation \| link \|\n[^]*\n\n<!-- end -->\n\nafter\n$/,
    );
    expect(renderReadme('README.md', readme, description)).toBe(readme);
  });

  it('of an unknown name are refused, with the file and the names that exist', () => {
    expect(() => renderReadme('test/README.md', '<!-- generated: sizes -->\n<!-- end -->\n', description)).toThrow(
      'test/README.md has a marker "sizes" that no table is generated for: use mock examples, links to the operations, what the docs leave out, what is tested where.',
    );
  });

  it('of a file of rows have a column for each name in it', () => {
    const marker = '<!-- generated: test/rows.json -->\n<!-- end -->\n';
    const rows = { 'test/rows.json': [{ name: '`a`', size: '1' }, { name: 'b' }] };
    expect(renderReadme('README.md', marker, description, rows)).toBe(
      '<!-- generated: test/rows.json -->\n\n| name | size |\n| --- | --- |\n| `a` | 1 |\n| b |  |\n\n<!-- end -->\n',
    );
  });

  it('without an end are refused, with the file', () => {
    expect(() => renderReadme('test/README.md', '<!-- generated: mock examples -->\ntext\n', description)).toThrow(
      'test/README.md has no "<!-- end -->" after the marker "mock examples": add it.',
    );
  });
});

describe('the READMEs of a project', () => {
  it('are outputs of the build where they exist and have a table', async (context) => {
    const project = await copyProject(context);
    for (const room of ['src/mock', 'src/build/docs']) await mkdir(join(project, room), { recursive: true });
    await writeFile(join(project, 'src/build/docs/README.md'), empty);
    await writeFile(join(project, 'src/mock/README.md'), 'No table here.\n');
    const outputs = await renderReadmes(project, description);
    expect(outputs.get('src/build/docs/README.md')).toContain('| operation | link |');
    expect(outputs.has('src/mock/README.md')).toBe(false);
    expect(outputs.has('src/client/README.md')).toBe(false);
  });
});
