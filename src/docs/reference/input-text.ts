import type { ScenarioInput } from '../../description/scenarios.js';

/** A value of a scenario on one line: white space in JSON does not matter, so it is left out. */
export function inputText({ value, holdsJson }: ScenarioInput): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return holdsJson ? value.replace(/\s*\n\s*/g, ' ') : value;
}
