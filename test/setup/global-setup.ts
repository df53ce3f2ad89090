import { installTools } from './tools.js';

/** Runs once before all tests: whatever they need beyond npm is found or installed, or nothing runs. */
export default async function setup(): Promise<void> {
  await installTools();
}
