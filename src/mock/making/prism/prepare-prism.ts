import { InputError } from '../../../command/input-error.js';
import { deferModules } from './defer-modules.js';

/**
 * To be called before a module that imports Prism is loaded. Prism is an optional peer and takes long to load, so those
 * modules are loaded when they are needed.
 *
 * @param user What needs Prism, as the beginning of a sentence.
 * @throws InputError when Prism is not installed.
 */
export function preparePrism(user: string): void {
  try {
    deferModules();
  } catch {
    throw new InputError(
      `${user} needs Prism, which is not installed: run "npm install --save-dev @stoplight/prism-http@~5.12.0".`,
    );
  }
}
