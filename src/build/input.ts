import { join, resolve } from 'node:path';

/** What a build reads. Paths are absolute or relative to the working directory. */
export interface BuildInput {
  /** The project's directory: file names in messages are relative to it. */
  root: string;
  /** The root file of the description: the project's own, or any other of OpenAPI 3.0 to 3.2. */
  description: string;
  /** The directory that the outputs go to. The project's README is one of them only where this is the project. */
  out: string;
  /** Whether problems that lint finds are errors. Default: for the project's own description only. */
  strict?: boolean;
  /** Whether what could be made is written although a stage failed. Default: nothing is. */
  keepGoing?: boolean;
  /** Whether the description is written in OpenAPI 3.0, too. Default: for the project's own description only. */
  openApi30?: boolean;
  /** Whether references may lead out of the description's folder, and to other servers. Default: they may not. */
  externalRefs?: boolean;
}

/** The project's own description and outputs. */
export function ownInput(root: string): BuildInput {
  return { root, description: join(root, 'openapi/openapi.yaml'), out: root };
}

/** Whether a build reads the project's own description. */
export function isOwn({ root, description }: BuildInput): boolean {
  return resolve(description) === resolve(ownInput(root).description);
}
