// In a browser.
import { createClient } from '@projectthanos/password-reset';
import { runTasks } from './run-tasks.js';

globalThis.runTasks = (tasks) => runTasks(createClient, tasks);
