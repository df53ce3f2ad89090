import { describedOperations, type DescribedOperation } from '../description/operations.js';
import { provocations, type Provocation } from './triggers.js';
import type { Description } from '../description/types.js';
import { languages } from '../samples/languages.js';
import { provokingRequest } from './triggering-request.js';
import { sampleRequest, type SampleRequest } from '../samples/request.js';
import { readManifest } from '../command/manifest.js';

/** A documented outcome and one way out of the description that is held against it. */
export interface Proof {
  operation: DescribedOperation;
  provocation: Provocation;
  wayOut: string;
  /** The request that has to get the response; undefined where the way out only tells of it. */
  request: SampleRequest | undefined;
  /** The request as a program, where the way out is a language of the samples. */
  program: string | undefined;
}

/** What is derived from the description and meets its readers or the network. */
export const waysOut: readonly string[] = ['HTTP', 'client', ...languages.map(({ label }) => label), 'docs page'];

/**
 * Lists what is proven: each documented response of each operation, by each of its examples, on each way out.
 * The tests walk this list, and the README shows it: neither can name what the other does not.
 *
 * A language is left out where its program cannot do what the response takes.
 *
 * @param description The bundled description.
 * @throws Error when a reference cannot be followed.
 */
export function proofs(description: Description): Proof[] {
  return describedOperations(description).flatMap((operation) =>
    provocations(description, operation).flatMap((provocation) => {
      const told = sampleRequest(description, operation);
      const request = provokingRequest(description, operation, provocation);
      return waysOut.flatMap((wayOut): Proof[] => {
        const proof = { operation, provocation, wayOut, request: undefined, program: undefined };
        if (wayOut === 'docs page') return [proof];
        if (!told || !request) return [];
        const language = languages.find(({ label }) => label === wayOut);
        if (!language) return [{ ...proof, request }];
        const { name } = readManifest();
        const program = language.print(request, name);
        // What is no value of an input has to show in the program, or the program does not do it.
        const isValue = ['example', 'valid request'].includes(provocation.means.kind);
        return isValue || program !== language.print(told, name) ? [{ ...proof, request, program }] : [];
      });
    }),
  );
}
