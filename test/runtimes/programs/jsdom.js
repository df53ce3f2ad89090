// In jsdom on Node, which test runners use as a browser. The page is at the origin of each task, and the client gets the path of
// its base URL. The tasks are the first argument, the results the only line of output.
import process from 'node:process';
import { attempts, createClient } from '@projectthanos/password-reset';
import { JSDOM } from 'jsdom';
import { runTasks } from './run-tasks.js';

const dom = new JSDOM('');
// Test runners put the names of the page over those of Node. Node's Request refuses the signals of jsdom, which has no fetch.
for (const name of ['window', 'document', 'location', 'URL', 'URLSearchParams', 'Headers', 'FormData', 'Blob', 'File'])
  Object.defineProperty(globalThis, name, { configurable: true, get: () => (name === 'window' ? dom.window : dom.window[name]) });

const create = ({ baseUrl, ...options }) => {
  const { origin, pathname } = new URL(baseUrl);
  dom.reconfigure({ url: `${origin}/page/` });
  return createClient({ attempts, ...options, baseUrl: pathname });
};
console.log(JSON.stringify(await runTasks(create, JSON.parse(process.argv[2]))));
process.exit();
