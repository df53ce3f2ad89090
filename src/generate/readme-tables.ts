import type { Description } from '../description/types.js';
import { inputText } from '../docs/reference/input-text.js';
import { operationReferences, type OperationReference } from '../docs/reference/reference.js';
import { proofTable } from '../proof/proof-table.js';

/** The parts of the README that are written from the description, by the name in their markers. */
const parts: Record<string, (description: Description) => string> = {
  'mock values': (description) => mockValues(operationReferences(description)),
  'links to the calls': (description) => links(operationReferences(description)),
  'what is proven where': proofTable,
};

/**
 * Writes the tables of a README anew: all that stands between `<!-- generated: NAME -->` and `<!-- end -->`.
 *
 * @param readme The text of the README.
 * @param description The bundled description.
 * @throws Error when a marker has a name that nothing is generated for, or no end.
 */
export function renderReadme(readme: string, description: Description): string {
  return readme.replaceAll(
    /(<!-- generated: (.+?) -->\n)([\s\S]*?<!-- end -->|)/g,
    (_, marker: string, name: string, rest: string) => {
      const render = parts[name];
      if (!render)
        throw new Error(
          `README.md has a part "${name}" that nothing is generated for: use one of ${Object.keys(parts).join(', ')}.`,
        );
      if (!rest) throw new Error(`README.md has no "<!-- end -->" after the part "${name}": add it.`);
      return `${marker}\n${render(description)}\n\n<!-- end -->`;
    },
  );
}

function mockValues(operations: OperationReference[]): string {
  return operations
    .filter(({ scenarios }) => scenarios.length > 0)
    .map(({ method, path, scenarios, outcomes }) =>
      [
        `\`${method} ${path}\``,
        '',
        '| send | answer | scenario |',
        '|---|---|---|',
        ...scenarios.map(({ name, inputs, status }) => {
          const sent = inputs.map(
            (input) => `${input.in === 'body' ? 'body' : `${input.in} \`${input.name}\``} ${code(inputText(input))}`,
          );
          const outcome = outcomes.find((one) => one.status === String(status))?.name ?? '';
          return `| ${sent.join('<br>')} | ${status} ${outcome} | ${code(name)} |`;
        }),
      ].join('\n'),
    )
    .join('\n\n');
}

function links(operations: OperationReference[]): string {
  return ['| call | link |', '|---|---|', ...operations.map(({ name, anchor }) => `| ${name} | \`index.html#${anchor}\` |`)].join(
    '\n',
  );
}

/** A code span in a cell of a table. */
function code(text: string): string {
  return text === '' ? '(empty)' : `\`${text.replaceAll('|', '\\|')}\``;
}
