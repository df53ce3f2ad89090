import { setFlagsFromString } from 'node:v8';

/**
 * Has the heap grow by at most a quarter between two collections of garbage. V8 lets it grow to four times its size
 * where the machine has much memory: a build of GitHub's description then takes up to 830 MB, and 530 MB with this, in
 * the same time.
 */
export function boundHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=25');
}
