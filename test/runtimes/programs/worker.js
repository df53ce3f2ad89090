// On workerd: the tasks are the body of a request.
import { attempts, createClient } from '@projectthanos/password-reset';
import { runTasks } from './run-tasks.js';

const create = (options) => createClient({ attempts, ...options });

export default {
  fetch: async (request) => Response.json(await runTasks(create, await request.json())),
};
