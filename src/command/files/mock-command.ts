import type { Manifest } from './manifest.js';

/**
 * Finds the shell command that starts the mock server of a package.
 *
 * The command names the package. Otherwise `npx` would take the name of the command for the name of a package, and anybody
 * may register a package of that name.
 *
 * @param manifest The package.json of the package.
 * @returns `undefined` when the package has no command whose name ends in `mock`.
 */
export function mockCommand({ name, bin = {} }: Manifest): string | undefined {
  const command = Object.keys(bin).find((one) => one.endsWith('mock'));
  return command && `npx --package=${name} ${command}`;
}
