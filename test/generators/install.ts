import { installIntoCache } from '../support/install-into-cache.js';

/** Runs once before the tests. */
export default (): Promise<void> => installIntoCache('generators');
