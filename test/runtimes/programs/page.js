// In a browser.
import { attempts, createClient } from '@projectthanos/password-reset';
import { runTasks } from './run-tasks.js';

globalThis.runTasks = (tasks) => runTasks((options) => createClient({ attempts, ...options }), tasks);
