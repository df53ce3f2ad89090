import type { DocumentedOperation } from '../description/operations.js';

type Documented = Pick<DocumentedOperation, 'method' | 'path' | 'fields'>;

/**
 * Leaves out operations that no request can reach: those with the method of another path that differs only in the names of its
 * templates. OpenAPI forbids two such paths (3.1.1, section 4.8.8). Operations with different methods are all kept.
 *
 * @param operations In the order of the description. The first one with a method and path is kept.
 */
export function withoutIdentical<T extends { documented: Documented }>(operations: T[]): { operations: T[]; warnings: string[] } {
  const paths = new Map<string, Map<string, string>>();
  const warnings = new Set<string>();
  const reachable = operations.filter(({ documented: { path, method, fields } }) => {
    const shape = path.replaceAll(/\{[^{}]*\}/g, '{}');
    const methods = paths.get(shape) ?? new Map<string, string>();
    paths.set(shape, methods);
    const same = methods.get(method);
    const other = same ?? [...methods.values()].find((one) => one !== path);
    if (!same) methods.set(method, path);
    if (other === undefined || other === path) return true;
    const differs = `differs from ${other} only in the names in braces`;
    warnings.add(
      same
        ? `paths.${path}.${fields.join('.')}: Its path ${differs}, and the method is the same. The operation is not served.`
        : `paths.${path}: It ${differs}. The operations of both are served.`,
    );
    return same === undefined;
  });
  return { operations: reachable, warnings: [...warnings] };
}
