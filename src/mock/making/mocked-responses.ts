import { InputError } from '../../command/input-error.js';
import { readPreferences, type MakingOptions, type Preferences } from './prefer.js';
import { problem } from '../../contract/message/response.js';
import { errorsOf } from '../../contract/message/violation.js';
import type { ResponseChoice } from './prism/prism-types.js';
import { makeResponse, type MadeResponse } from './make-response.js';
import { matchScenario } from './match-scenario.js';
import type { NextResponses } from './next-responses.js';
import { preferredResponse } from './preferred-response.js';
import { rejection } from './reject.js';
import { whenReady, type Soon } from '../when-ready.js';
import type { ResponseSource, SourcedResponse, MeasuredRequest } from './response-source.js';

/**
 * Makes responses from the description. The first of these that applies is sent:
 *
 * 1. The response that the client chooses with `Prefer: code=…` or `example=…`, or else the next one in the queue.
 * 2. For a request that is not valid, the response that says so.
 * 3. The response of the scenario whose example values the request has, unless the body is dynamic.
 * 4. The success response, with its first example.
 */
export function mockedResponses(defaults: MakingOptions, next: NextResponses): ResponseSource {
  return {
    respond: (measured) => {
      const { operation, request } = measured;
      let preferences: Preferences;
      try {
        preferences = readPreferences(request.headers.prefer, request.query);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return { response: problem(400, error.message), violations: [] };
      }
      const isAskedFor = preferences.code !== undefined || preferences.example !== undefined || preferences.disconnect === true;
      // A HEAD request gets the head of the response that the next GET request gets.
      const queued = isAskedFor ? undefined : next.take(operation.documented.operationId, request.headers, request.isHead);
      const wanted = queued ? { ...preferences, ...queued } : preferences;
      const sourced = mockedResponse(measured, wanted, defaults);
      if (!wanted.disconnect) return sourced;
      return whenReady(sourced, (one) => ({ ...one, response: { ...one.response, breaksOff: true } }));
    },
  };
}

function mockedResponse(measured: MeasuredRequest, wanted: Preferences, defaults: MakingOptions): Soon<SourcedResponse> {
  const { operation, violations } = measured;
  const { dynamic = defaults.dynamic, seed = defaults.seed } = wanted;
  const { generator = {}, ignoreExamples } = defaults;
  const generation = (): ResponseChoice => ({
    ...(dynamic && { dynamic }),
    ...(seed && { seed }),
    ...(ignoreExamples && { ignoreExamples }),
  });
  const make = (choice: ResponseChoice, asked = measured): Soon<MadeResponse> => makeResponse(asked, choice, generator);

  const preferred = preferredResponse(operation, wanted);
  if (preferred) return 'response' in preferred ? preferred : make({ ...generation(), ...preferred });

  const errors = errorsOf(violations);
  if (errors.length > 0) {
    return rejection(measured, errors, (code, asked) => make({ code, ...(ignoreExamples && { ignoreExamples }) }, asked));
  }

  const scenario = dynamic || ignoreExamples ? undefined : matchScenario(measured);
  if (!scenario) return make(generation());
  const { status: code, name, hasBody } = scenario;
  const made = make(hasBody ? { code, exampleKey: name } : { code });
  return whenReady(made, ({ response, violations: found }) => ({ response, violations: found, scenario: name }));
}
