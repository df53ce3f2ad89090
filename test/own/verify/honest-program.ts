import { startHonestServer } from './honest-server.js';
import { faults } from './faults/all.js';

// Starts the server as a program and prints its URL. The argument is the name of a fault; without it, the server is correct.
const [name] = process.argv.slice(2);
const fault = faults.find((one) => one.name === name);
if (name !== undefined && !fault)
  throw new Error(`There is no fault "${name}": use one of ${faults.map((one) => one.name).join(', ')}.`);
const server = await startHonestServer();
server.plant(fault);
console.log(server.url);
