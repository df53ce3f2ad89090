import type { Description } from '../../description/types.js';
import { leftOut } from '../docs/reference/left-out.js';
import { mockExampleTable } from '../docs/reference/message/mock-examples.js';
import { operationReferences, type OperationReference } from '../docs/reference/reference.js';
import { proofTable } from './proof-table.js';

/** The functions that generate a table from a description, by the name in the table's marker. */
const tables: Record<string, (description: Description) => string> = {
  'mock examples': (description) => mockExamples(operationReferences(description)),
  'links to the operations': (description) => links(operationReferences(description)),
  'what the docs leave out': () => rowTable(leftOut.map(({ field, reason }) => ({ 'left out': field, reason }))),
  'what is tested where': proofTable,
};

/** A row of a table: the cell of each column, in Markdown. */
export type Row = Record<string, string>;

/** The names of the JSON files with rows that the markers of a README name. */
export function rowFiles(readme: string): string[] {
  return [...readme.matchAll(/<!-- generated: (\S+\.json) -->/g)].map(([, file = '']) => file);
}

/**
 * Fills in the tables of a README: replaces everything between `<!-- generated: NAME -->` and `<!-- end -->`. A name that
 * ends in `.json` is the name of a file with the rows. A test writes or checks that file.
 *
 * @param path The path of the README, for error messages.
 * @param readme The text of the README.
 * @param description The bundled description.
 * @param rows The rows of each file that a marker names, by file name.
 * @returns The new text. It equals `readme` when there is no marker.
 * @throws Error when a marker has an unknown name or no end.
 */
export function renderReadme(path: string, readme: string, description: Description, rows: Record<string, Row[]> = {}): string {
  return readme.replaceAll(
    /(<!-- generated: (.+?) -->\n)([\s\S]*?<!-- end -->|)/g,
    (_, marker: string, name: string, rest: string) => {
      const table = rows[name] ? rowTable(rows[name]) : tables[name]?.(description);
      if (table === undefined)
        throw new Error(`${path} has a marker "${name}" that no table is generated for: use ${Object.keys(tables).join(', ')}.`);
      if (!rest) throw new Error(`${path} has no "<!-- end -->" after the marker "${name}": add it.`);
      return `${marker}\n${table}\n\n<!-- end -->`;
    },
  );
}

function rowTable(rows: Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => row[column] ?? ''));
  return [columns, columns.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function mockExamples(operations: OperationReference[]): string {
  return operations
    .filter((operation) => operation.mockExamples.length > 0)
    .map(({ method, path, mockExamples: examples }) => `\`${method} ${path}\`\n\n${mockExampleTable(examples)}`)
    .join('\n\n');
}

function links(operations: OperationReference[]): string {
  return [
    '| operation | link |',
    '|---|---|',
    ...operations.map(({ name, anchor }) => `| ${name} | \`index.html#${anchor}\` |`),
  ].join('\n');
}
