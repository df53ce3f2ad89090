// On Node, Deno and Bun: the tasks are the first argument, the results the only line of output.
import process from 'node:process';
import { createClient } from '@projectthanos/password-reset';
import { runTasks } from './run-tasks.js';

console.log(JSON.stringify(await runTasks(createClient, JSON.parse(process.argv[2]))));
// A task that hangs keeps the program alive.
process.exit();
