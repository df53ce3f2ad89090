import { access } from './access.js';
import { examples } from './examples.js';
import type { Mutation } from './mutation.js';
import { names } from './names.js';
import { prose } from './prose.js';
import { requests } from './requests.js';
import { responses } from './responses.js';

export { workflows } from './workflows.js';

/** All mutations of the description. */
export const ofDescription: Mutation[] = [...names, ...requests, ...responses, ...access, ...examples, ...prose];
