import { bodyFaults } from './bodies.js';
import type { Fault, Kind, KindOfFault } from './fault.js';
import { httpFaults } from './http.js';
import { methodFaults } from './methods.js';
import { readingFaults } from './reading.js';
import { requestFaults } from './requests.js';
import { statusFaults } from './statuses.js';

const ofKind = (kind: Kind, faults: Fault[]): KindOfFault[] => faults.map((fault) => ({ ...fault, kind }));

/** The faults. They are enabled one at a time. */
export const faults: KindOfFault[] = [
  ...ofKind('body', bodyFaults),
  ...ofKind('status', statusFaults),
  ...ofKind('HTTP', httpFaults),
  ...ofKind('reading of requests', [...requestFaults, ...readingFaults]),
  ...ofKind('never asked', methodFaults),
];
