import type { Means } from './triggers.js';
import type { Description } from '../description/types.js';
import { responseName } from '../description/response-name.js';
import { proofs, channels, type Proof } from './proofs.js';

/**
 * Renders which response is tested on which channel as a Markdown table: a row per documented response, a column per channel.
 *
 * @param description The bundled description.
 * @returns The table without a line break at its end.
 */
export function proofTable(description: Description): string {
  const rows = new Map<string, Proof[]>();
  for (const proof of proofs(description)) {
    const key = `${proof.operation.operationId} ${proof.trigger.response}`;
    rows.set(key, [...(rows.get(key) ?? []), proof]);
  }
  return [
    `| operation | response | triggered by | ${channels.join(' | ')} |`,
    `|${'---|'.repeat(3)}${':-:|'.repeat(channels.length)}`,
    ...[...rows.values()].map(row),
  ].join('\n');
}

function row(all: Proof[]): string {
  const { operation, trigger } = all[0]!;
  const { response: status } = trigger;
  const { response } = operation.responses.find((one) => one.status === status)!;
  const means = [...new Set(all.map((proof) => words(proof.trigger.means)))];
  const marks = channels.map((channel) => {
    const here = new Set(all.filter((proof) => proof.channel === channel).map((proof) => words(proof.trigger.means)));
    return here.size === means.length ? '✓' : '';
  });
  return `| ${[operation.summary, `${status} ${responseName(status, response)}`, means.join('<br>'), ...marks].join(' | ')} |`;
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
