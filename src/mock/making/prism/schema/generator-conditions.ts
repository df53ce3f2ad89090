import { marked } from './keyword-names.js';
import type { GeneratorSchema } from './well-formed.js';

/**
 * Resolves `dependentRequired` and `dependentSchemas`, which the generators do not know: if the property they depend on is
 * documented, their names and schemas always apply.
 *
 * @param made The schema; it is changed.
 * @param isSent Whether a property may be in a response.
 */
export function dependents(made: GeneratorSchema, isSent: (name: string) => boolean): void {
  const { required = [], properties = {}, dependentRequired = {}, dependentSchemas = {}, allOf = [] } = made;
  const there = new Set([...required, ...Object.keys(properties)]);
  const isThere = ([name]: [string, unknown]): boolean => there.has(marked(name));
  const names = Object.entries(dependentRequired)
    .filter(isThere)
    .flatMap(([, more]) => more.filter(isSent));
  const parts = Object.entries(dependentSchemas)
    .filter(isThere)
    .map(([, part]) => part);
  if (names.length > 0) made.required = [...new Set([...required, ...names.map(marked)])];
  if (parts.length > 0) made.allOf = [...allOf, ...parts];
}

/** Replaces `if`, `then` and `else` by an `anyOf`: either `if` and `then` apply, or `else` applies. Changes the schema. */
export function alternatives(made: GeneratorSchema): void {
  const { if: condition, then = {}, else: otherwise = {}, anyOf, allOf = [] } = made;
  for (const keyword of ['if', 'then', 'else']) Reflect.deleteProperty(made, keyword);
  if (condition === undefined) return;
  const conditional = [{ allOf: [condition, then] }, otherwise];
  if (anyOf === undefined) made.anyOf = conditional;
  else made.allOf = [...allOf, { anyOf: conditional }];
}
