import { join, resolve } from 'node:path';

/** The input of a build. Paths are absolute or relative to the working directory. */
export interface BuildInput {
  /** The project's directory. File names in messages are relative to it. */
  root: string;
  /** The root file of the description: the project's own, or any description of OpenAPI 3.0 to 3.2. */
  description: string;
  /** The directory for the outputs. The READMEs are among them only when this is the project's directory. */
  out: string;
  /** Whether problems that lint finds are errors. Default: only for the project's own description. */
  strict?: boolean;
  /** Whether to write the outputs of the other stages when one stage fails. Default: false. */
  keepGoing?: boolean;
  /** Whether to write the description in OpenAPI 3.0, too. Default: only for the project's own description. */
  openApi30?: boolean;
  /** Whether references may lead out of the description's folder, or to other servers. Default: false. */
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
