import type { Manifest } from './manifest.js';

/**
 * The command that starts the mock server of a package, for texts that others paste into their shell.
 *
 * It names the package: `npx` alone would look the command up as the name of a package, which anybody may register.
 *
 * @param manifest The package.json of the project that a text is about.
 * @returns `undefined` where the package has no command whose name ends in `mock`.
 */
export function mockCommand({ name, bin = {} }: Manifest): string | undefined {
  const command = Object.keys(bin).find((one) => one.endsWith('mock'));
  return command && `npx --package=${name} ${command}`;
}
