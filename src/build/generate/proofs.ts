import { documentedOperations, type DocumentedOperation } from '../../description/operations.js';
import { triggers, type Trigger } from '../../requests/triggers.js';
import type { Description } from '../../description/types.js';
import { languages } from '../samples/languages.js';
import { triggeringRequest } from '../../requests/triggering-request.js';
import { sampleRequest, type SampleRequest } from '../../requests/sample-request.js';
import { readManifest } from '../../command/files/manifest.js';

/** A documented response, a request that triggers it, and one channel on which it is tested. */
export interface Proof {
  operation: DocumentedOperation;
  trigger: Trigger;
  channel: string;
  /** The request that has to get the response; undefined where the channel only shows the response. */
  request: SampleRequest | undefined;
  /** The request as a program, where the channel is a language of the code samples. */
  program: string | undefined;
}

/** Where a documented response can be observed: over HTTP, through the client, by each code sample, on the page. */
export const channels: readonly string[] = ['HTTP', 'client', ...languages.map(({ label }) => label), 'docs page'];

/**
 * Lists what is tested: each documented response of each operation, by each of its examples, on each channel.
 * The tests run this list and the README shows it, so neither can name what the other does not.
 *
 * A language is left out where its program cannot do what the response takes. What no request gets is on no channel: to
 * be on the page alone proves nothing.
 *
 * @param description The bundled description.
 * @throws Error when a reference cannot be followed.
 */
export function proofs(description: Description): Proof[] {
  return documentedOperations(description).flatMap((operation) =>
    triggers(description, operation).flatMap((trigger) => {
      const sample = sampleRequest(description, operation);
      const request = triggeringRequest(description, operation, trigger);
      return channels.flatMap((channel): Proof[] => {
        const proof = { operation, trigger, channel, request: undefined, program: undefined };
        if (!sample || !request) return [];
        if (channel === 'docs page') return [proof];
        const language = languages.find(({ label }) => label === channel);
        if (!language) return [{ ...proof, request }];
        const { name } = readManifest();
        const program = language.print(request, name);
        // What is no value of an input has to show in the program, or the program does not do it.
        const isValue = ['example', 'valid request'].includes(trigger.by.kind);
        return isValue || program !== language.print(sample, name) ? [{ ...proof, request, program }] : [];
      });
    }),
  );
}
