// On workerd: the tasks are the body of a request.
import { createClient } from '@projectthanos/password-reset';
import { runTasks } from './run-tasks.js';

export default {
  fetch: async (request) => Response.json(await runTasks(createClient, await request.json())),
};
