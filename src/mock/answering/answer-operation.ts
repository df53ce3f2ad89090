import { forcedResponse } from './forced-response.js';
import { matchScenario } from './match-scenario.js';
import type { MockOperation } from '../operations/operations.js';
import { readPreferences, type Preferences } from '../exchange/prefer.js';
import { problem, type Answer } from '../exchange/answer.js';
import { reject } from './reject.js';
import type { MockRequest } from '../exchange/request.js';
import { securityViolations } from '../operations/security.js';
import { sendResponse } from './send-response.js';
import { validateRequest } from './validate-request.js';

/**
 * Answers a request to an operation. In this order:
 *
 * 1. A response that the client asks for, with `Prefer: code=…` or `example=…`.
 * 2. What a rejected request gets, when the request is not valid.
 * 3. The response of the scenario that the request plays, unless `Prefer: dynamic=true` is sent.
 * 4. What Prism answers: the lowest 2XX response, with its first example.
 */
export async function answerOperation(operation: MockOperation, request: MockRequest): Promise<Answer> {
  let preferences: Preferences;
  try {
    preferences = readPreferences(request.headers.prefer, request.query);
  } catch (error) {
    return problem(400, (error as Error).message);
  }
  const { dynamic, seed } = preferences;
  const generation = { ...(dynamic !== undefined && { dynamic }), ...(seed && { seed }) };
  const secure = securityViolations(operation.security, request.headers, request.query);
  const validated = await validateRequest(operation, request);
  const violations = [...secure, ...validated.violations];

  const forced = forcedResponse(operation, preferences);
  if (forced)
    return { ...('body' in forced ? forced : await sendResponse(operation, request, { ...generation, ...forced })), violations };
  if (violations.length > 0) return reject(operation, request, violations);

  const scenario = dynamic ? undefined : matchScenario(operation, request, validated.body);
  if (!scenario) return sendResponse(operation, request, generation);
  const wish = { code: scenario.status, ...(scenario.hasBody && { exampleKey: scenario.name }) };
  return { ...(await sendResponse(operation, request, wish)), scenario: scenario.name };
}
