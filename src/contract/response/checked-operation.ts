import { InputError } from '../../command/input-error.js';
import { documentedOperations, type DocumentedOperation } from '../../description/operations.js';
import type { Description } from '../../description/types.js';
import { prismOperations, type PrismOperation } from '../../mock/making/prism/prism.js';

/** An operation that responses can be held to. */
export interface CheckedOperation {
  description: Description;
  documented: DocumentedOperation;
  /** The same operation as Prism reads it. */
  prism: PrismOperation;
}

/**
 * Prepares the operations of a description, so that responses can be held to them.
 *
 * @param description The bundled description.
 * @returns In the order of the description.
 * @throws InputError when Prism cannot read the description.
 */
export async function checkedOperations(description: Description): Promise<CheckedOperation[]> {
  const prepared = await prismOperations(description).catch(() => {
    throw new InputError('The description is not valid: "npx @redocly/cli lint" says where.');
  });
  const byRoute = new Map(prepared.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one]));
  return documentedOperations(description).flatMap((documented): CheckedOperation[] => {
    const prism = byRoute.get(`${documented.method} ${documented.path}`);
    return prism ? [{ description, documented, prism }] : [];
  });
}
