import { join } from 'node:path';
import { cacheOf } from '../support/install-into-cache.js';
import { endWorker, isWorkerKept, keptWorkers } from './kept-worker.js';

// A test runner for Stryker: its own one for Vitest, with a thread that is kept from mutant to mutant (`kept-worker.ts`). That
// is several times as fast. What a mutant leaves behind in the modules could change the verdict on another one, so that each
// verdict is checked.

/** The parts of Stryker's types that are used here (`@stryker-mutator/api/test-runner`). */
interface MutantRun {
  activeMutant: { id: string };
  mutantActivation: 'static' | 'runtime';
  testFilter?: string[];
}
interface MutantResult {
  status: 'killed' | 'survived' | 'timeout' | 'error';
  killedBy?: string[];
}
interface StrykerRunner {
  ctx: { projects: Array<{ config: object }> };
  init(): Promise<void>;
  mutantRun(options: MutantRun): Promise<MutantResult>;
  dispose(): Promise<void>;
}
interface Injector {
  provideValue(token: string, value: string): Injector;
  injectClass(type: unknown): unknown;
}

const itsOwn = join(cacheOf('mutants'), 'node_modules/@stryker-mutator/vitest-runner/dist/src/vitest-test-runner.js');
const { VitestTestRunner } = (await import(itsOwn)) as { VitestTestRunner: new (...args: unknown[]) => StrykerRunner };

class KeptRunner extends VitestTestRunner {
  override async init(): Promise<void> {
    await super.init();
    for (const { config } of this.ctx.projects) Object.assign(config, { pool: keptWorkers.name, poolRunner: keptWorkers });
  }

  override async mutantRun(options: MutantRun): Promise<MutantResult> {
    // Code that runs while a module loads needs new modules.
    if (options.mutantActivation === 'static') return this.#alone(options);
    const isNew = !isWorkerKept();
    const found = await super.mutantRun(options);
    if (found.status === 'killed' && (await this.#isClean(options, found))) return found;
    if (found.status === 'survived' && isNew) return found;
    if (found.status === 'timeout' || found.status === 'error') {
      await endWorker();
      return found;
    }
    // A mutant may survive since something was computed before it. Or an earlier one left behind what failed the tests.
    return this.#alone(options);
  }

  async #alone(options: MutantRun): Promise<MutantResult> {
    await endWorker();
    const found = await super.mutantRun(options);
    await endWorker();
    return found;
  }

  /** Whether the tests that noticed a mutant pass without it. */
  async #isClean(options: MutantRun, { killedBy = [] }: MutantResult): Promise<boolean> {
    const { status } = await super.mutantRun({
      ...options,
      testFilter: killedBy,
      activeMutant: { ...options.activeMutant, id: '' },
    });
    return status === 'survived';
  }

  override async dispose(): Promise<void> {
    await super.dispose();
    await endWorker();
  }
}

function factory(injector: Injector): unknown {
  return injector.provideValue('globalNamespace', '__stryker__').injectClass(KeptRunner);
}
factory.inject = ['$injector'] as const;

export const strykerPlugins: object[] = [{ kind: 'TestRunner', name: 'kept', factory }];
