import { InputError } from '../../command/input-error.js';
import { answerOperation } from '../answering/answer-operation.js';
import { displayed, readDescription } from './description-file.js';
import { mockOperations, type MockOperation } from '../operations/operations.js';
import { problem, type Answer } from '../exchange/answer.js';
import type { MockRequest } from '../exchange/request.js';
import { createRouter } from './routes.js';
import { violation } from '../exchange/violation.js';

/** A description that is ready to be served. */
export interface Service {
  /** `info.title` and `info.version`. */
  title: string;
  operations: MockOperation[];
  /**
   * Answers a request, whatever it is.
   *
   * @returns The answer, and the path of the operation as the description writes it where there is one.
   */
  answer(request: MockRequest): Promise<Answer & { template?: string }>;
}

/**
 * Reads a description and prepares it for serving.
 *
 * @param path The description: YAML or JSON, one file or several.
 * @throws InputError when it cannot be read or served.
 */
export async function createService(path: string): Promise<Service> {
  const description = await readDescription(path);
  const operations = await mockOperations(description).catch(() => {
    // What Prism throws on is a mistake that a linter explains with its place.
    throw new InputError(
      `The description ${displayed(path)} cannot be served, since it is not valid: "npx @redocly/cli lint ${displayed(path)}" says why.`,
    );
  });
  const route = createRouter(operations);
  const all = operations.map(({ method, path: template }) => `${method} ${template}`);
  return {
    title: `${description.info.title} ${description.info.version}`,
    operations,
    answer: async (request) => {
      const { method, path: target, malformed } = request;
      if (malformed)
        return problem(400, `The ${malformed} has a broken percent-encoding: encode each "%" as "%25".`, {
          violations: [violation(malformed, 'encoding', 'has a broken percent-encoding.')],
        });
      const match = route(method, target);
      if (!match) return problem(404, 'There is no such path: the description has those in "operations".', { operations: all });
      if ('correctPath' in match) {
        const slash = match.correctPath.endsWith('/') ? 'with the slash at its end' : 'without the slash at its end';
        return problem(404, `There is no such path: it is ${match.correctPath}, ${slash}.`, { path: match.correctPath });
      }
      if ('route' in match) return { ...(await answerOperation(match.route, request)), template: match.route.path };
      const allow = [...match.methods, 'OPTIONS'].join(', ');
      if (method === 'OPTIONS') return { status: 204, headers: { allow }, body: undefined };
      return problem(405, `This path takes ${match.methods.join(' or ')}, not ${method}.`, { methods: match.methods }, { allow });
    },
  };
}
