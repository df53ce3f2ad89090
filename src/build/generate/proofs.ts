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
  /** The request that must get the response; `undefined` when the channel only shows the response. */
  request: SampleRequest | undefined;
  /** The request as a program, when the channel is a language of the code samples. */
  program: string | undefined;
}

/** Where a test can see a documented response: over HTTP, through the client, by a code sample in each language, on the page. */
export const channels: readonly string[] = ['HTTP', 'client', ...languages.map(({ label }) => label), 'docs page'];

/**
 * Lists what is tested: each documented response of each operation, triggered by each of its examples, on each channel.
 * The tests run this list and the README shows it, so they always agree.
 *
 * A language is left out when its program cannot trigger the response. A response that no request triggers has no channel,
 * not even the docs page, since showing it there proves nothing.
 *
 * @param description The bundled description.
 * @throws Error when a reference cannot be resolved.
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
        // A trigger other than input values must change the program. Otherwise the language cannot express the trigger.
        const isValue = ['example', 'valid request'].includes(trigger.by.kind);
        return isValue || program !== language.print(sample, name) ? [{ ...proof, request, program }] : [];
      });
    }),
  );
}
