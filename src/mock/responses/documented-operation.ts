import { InputError } from '../../command/input-error.js';
import { describedOperations, type DescribedOperation } from '../../description/operations.js';
import type { Description } from '../../description/types.js';
import { deferModules } from '../prism/defer-modules.js';
import type { PrismOperation } from '../prism/prism.js';

/** An operation that responses can be held to. */
export interface DocumentedOperation {
  description: Description;
  described: DescribedOperation;
  /** The same operation as Prism reads it. */
  prism: PrismOperation;
}

/**
 * Prepares the operations of a description, so that responses can be held to them.
 *
 * @param description The bundled description.
 * @returns In the order of the description.
 * @throws InputError when Prism is not installed, or cannot read the description.
 */
export async function documentedOperations(description: Description): Promise<DocumentedOperation[]> {
  try {
    deferModules();
  } catch {
    throw new InputError(
      'Validating responses needs Prism, which is not installed: run "npm install --save-dev @stoplight/prism-http@~5.12.0".',
    );
  }
  const { prismOperations } = await import('../prism/prism.js');
  const prepared = await prismOperations(description).catch(() => {
    throw new InputError('The description is not valid: "npx @redocly/cli lint" says where.');
  });
  const byRoute = new Map(prepared.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one]));
  return describedOperations(description).flatMap((described): DocumentedOperation[] => {
    const prism = byRoute.get(`${described.method} ${described.path}`);
    return prism ? [{ description, described, prism }] : [];
  });
}
