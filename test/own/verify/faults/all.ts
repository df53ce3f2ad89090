import { bodyFaults } from './bodies.js';
import type { Fault } from './fault.js';
import { requestFaults } from './requests.js';
import { statusFaults } from './statuses.js';

/** The faults, each switched on alone. */
export const faults: Fault[] = [...bodyFaults, ...statusFaults, ...requestFaults];
