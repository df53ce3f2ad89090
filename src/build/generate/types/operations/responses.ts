import { isObject } from '../../../../description/json-value.js';
import { documentedResponses, pathOperations } from '../../../../description/operations.js';
import { resolve, resolveIfPossible } from '../../../../description/references/resolve.js';
import { hasBody } from '../../../../description/statuses.js';
import type { Description, PathItem, Response } from '../../../../description/types.js';

/**
 * Removes extensions from the responses, writes ranges of status codes in upper case (`4XX` for `4xx`), and removes the content
 * of responses that never have a body: responses to HEAD, and those with status 1xx, 204, 205 or 304. openapi-typescript 7
 * takes all three as documented.
 *
 * @param description The description; it is changed.
 */
export function responsesAsTheyArrive(description: Description): void {
  const { paths, webhooks } = description;
  for (const item of [paths, webhooks].flatMap((items) => Object.values(items ?? {}))) {
    for (const { method, operation } of pathOperations(resolveIfPossible<PathItem>(description, item) ?? {})) {
      if (!isObject(operation)) continue;
      const responses = documentedResponses(operation).map(([key, response]) => {
        const status = /^[1-5]xx$/i.test(key) ? key.toUpperCase() : key;
        if (method !== 'HEAD' && hasBodyAt(status)) return [status, response] as const;
        const { content, ...rest } = resolve<Response>(description, response);
        return [status, content ? rest : response] as const;
      });
      operation.responses = Object.fromEntries(responses);
    }
  }
}

function hasBodyAt(key: string): boolean {
  return key !== '1XX' && (!/^\d+$/.test(key) || hasBody(Number(key)));
}
