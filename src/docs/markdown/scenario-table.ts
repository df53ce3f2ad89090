import type { Scenario, ScenarioInput } from '../../description/scenarios.js';

/**
 * Renders the magic values of an operation as a Markdown table: what to send, the status it leads to, the name of the scenario.
 *
 * @param scenarios The scenarios of the operation, from `scenarios`.
 * @returns The table without a line break at its end; empty when there is no scenario.
 */
export function scenarioTable(scenarios: Scenario[]): string {
  if (scenarios.length === 0) return '';
  const rows = scenarios.map(({ name, inputs, status }) => `| ${inputs.map(cell).join(', ')} | ${status} | ${code(name)} |`);
  return ['| Send | Status | Scenario |', '|------|--------|----------|', ...rows].join('\n');
}

function cell({ in: place, name, value, holdsJson }: ScenarioInput): string {
  return place === 'body' ? `body ${code(holdsJson ? compact(value) : value)}` : `${place} ${code(`${name}=${text(value)}`)}`;
}

/** White space in text that holds JSON does not matter, so the table spares it. */
function compact(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return value;
  }
}

function code(value: unknown): string {
  return `\`${text(value).replaceAll('|', '\\|')}\``;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
