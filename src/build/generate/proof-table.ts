import type { Trigger } from '../../requests/triggers.js';
import type { Description } from '../../description/types.js';
import { documentedOperations } from '../../description/operations.js';
import { responseName } from '../../description/response-name.js';
import { proofs, channels, type Proof } from './proofs.js';

/**
 * Renders a Markdown table that shows which response is tested on which channel. It has a row for each documented response
 * and a column for each channel.
 *
 * @param description The bundled description.
 * @returns The table, without a line break at the end.
 */
export function proofTable(description: Description): string {
  const all = proofs(description);
  const rows = documentedOperations(description).flatMap(({ operationId, summary, responses }) =>
    responses.map(({ status, response }) => {
      const those = all.filter(({ operation, trigger }) => operation.operationId === operationId && trigger.response === status);
      return row(summary, `${status} ${responseName(status, response)}`, those);
    }),
  );
  return [
    `| operation | response | triggered by | ${channels.join(' | ')} |`,
    `|${'---|'.repeat(3)}${':-:|'.repeat(channels.length)}`,
    ...rows,
  ].join('\n');
}

/** @param all The proofs of one response. */
function row(operation: string, response: string, all: Proof[]): string {
  const means = [...new Set(all.map((proof) => words(proof.trigger.by)))];
  const marks = channels.map((channel) => {
    const here = new Set(all.filter((proof) => proof.channel === channel).map((proof) => words(proof.trigger.by)));
    return here.size > 0 && here.size === means.length ? '✓' : '';
  });
  return `| ${[operation, response, means.join('<br>'), ...marks].join(' | ')} |`;
}

function words(by: Trigger['by']): string {
  switch (by.kind) {
    case 'example':
      return `\`${by.name}\``;
    case 'other media type':
      return `\`Content-Type: ${by.mediaType}\``;
    case 'Prefer header':
      return '`Prefer: code=…`';
    default:
      return by.kind;
  }
}
