// Runs a worker in Miniflare on Node 22: the arguments are the path of the worker and the tasks.
import { Miniflare } from 'miniflare';

const [scriptPath, tasks] = process.argv.slice(2);
const worker = new Miniflare({
  modules: true,
  scriptPath,
  compatibilityDate: '2026-07-01',
  compatibilityFlags: ['nodejs_compat'],
});
const response = await worker.dispatchFetch('http://worker/', { method: 'POST', body: tasks });
console.log(await response.text());
await worker.dispose();
process.exit();
