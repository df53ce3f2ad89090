import { unescapeToken } from '../../description/resolve.js';
import type { Description } from '../../description/types.js';
import { violation, type Violation } from '../exchange/violation.js';
import type { PrismDiagnostic } from '../prism/prism.js';

/** The names of the properties that any schema of a description describes. */
const describedNames = new WeakMap<Description, Set<string>>();

/**
 * Says what Prism found wrong with a response, without a value of it: a name that no schema describes may be one.
 *
 * @param diagnostic What Prism found, in a body that was wrapped as the property `body` of an object.
 * @param description What the schema is in, for the names that may be shown.
 */
export function explainResponse({ path = [], code = 'invalid', message }: PrismDiagnostic, description: Description): Violation {
  const [place = 'body', ...inner] = path;
  const steps = (place === 'body' ? inner.slice(1) : inner).map(unescapeToken);
  const part = inner.length > 0 ? `${place === 'body' ? 'property' : 'parameter'} ${inner.join('.').trim()} ` : '';
  const start = `Response ${place} ${part}`;
  const sentence = (message.startsWith(start) ? message.slice(start.length) : message).replace(/; found '.*'$/s, '');
  const missing = code === 'required' ? /^must have required property '(.*)'$/s.exec(sentence)?.[1] : undefined;
  const names = namesIn(description);
  const shown = steps.map((step) => (place === 'header' || /^\d+$/.test(step) || names.has(step) ? step : '*'));
  const location = [place, ...shown, ...(missing === undefined ? [] : [missing])];
  if (missing !== undefined) return violation(location, 'required', 'is missing.');
  return violation(location, String(code), `${sentence.replace(/\.$/, '')}.`);
}

function namesIn(description: Description): Set<string> {
  const known = describedNames.get(description);
  if (known) return known;
  const names = new Set<string>();
  const seen = new Set<object>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const { properties } = value as { properties?: unknown };
    if (typeof properties === 'object' && properties !== null) for (const name of Object.keys(properties)) names.add(name);
    for (const part of Object.values(value)) collect(part);
  };
  collect(description);
  describedNames.set(description, names);
  return names;
}
