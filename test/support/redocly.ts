import { RedoclyProcess } from '../../src/build/redocly/redocly-process.js';

/**
 * One Redocly for all builds of a worker, since loading it takes longer than most builds. It starts with its first
 * command, and ends when the worker does.
 */
export const redocly: RedoclyProcess = new RedoclyProcess();
