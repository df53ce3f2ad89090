import { afterAll } from 'vitest';
import { RedoclyProcess } from '../../src/redocly/redocly-process.js';

/** One Redocly for all builds of a test file, since loading it takes longer than most builds. It ends with the file. */
export function redoclyOfFile(): RedoclyProcess {
  const redocly = new RedoclyProcess();
  afterAll(() => redocly.close());
  return redocly;
}
