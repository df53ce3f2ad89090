import type { Means } from './triggers.js';
import type { Description } from '../description/types.js';
import { outcomeName } from '../description/outcome-name.js';
import { proofs, waysOut, type Proof } from './proofs.js';

/**
 * Renders what is proven where as a Markdown table: a row for each documented response and a column for each way out.
 *
 * @param description The bundled description.
 * @returns The table without a line break at its end.
 */
export function proofTable(description: Description): string {
  const rows = new Map<string, Proof[]>();
  for (const proof of proofs(description)) {
    const key = `${proof.operation.operationId} ${proof.provocation.response}`;
    rows.set(key, [...(rows.get(key) ?? []), proof]);
  }
  return [
    `| operation | response | triggered by | ${waysOut.join(' | ')} |`,
    `|${'---|'.repeat(3)}${':-:|'.repeat(waysOut.length)}`,
    ...[...rows.values()].map(row),
  ].join('\n');
}

function row(all: Proof[]): string {
  const { operation, provocation } = all[0]!;
  const { response: status } = provocation;
  const { response } = operation.responses.find((one) => one.status === status)!;
  const means = [...new Set(all.map((proof) => words(proof.provocation.means)))];
  const marks = waysOut.map((wayOut) => {
    const here = new Set(all.filter((proof) => proof.wayOut === wayOut).map((proof) => words(proof.provocation.means)));
    return here.size === means.length ? '✓' : '';
  });
  return `| ${[operation.summary, `${status} ${outcomeName(status, response)}`, means.join('<br>'), ...marks].join(' | ')} |`;
}

function words(means: Means): string {
  switch (means.kind) {
    case 'example':
      return `\`${means.name}\``;
    case 'other media type':
      return `\`Content-Type: ${means.mediaType}\``;
    case 'preference':
      return '`Prefer: code=…`';
    default:
      return means.kind;
  }
}
