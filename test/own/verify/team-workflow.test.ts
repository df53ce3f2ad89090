import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contractPackages } from '../../../src/contract/packages.js';
import { install, lend, type Installation } from '../../package/install.js';
import { readmeBlocks } from '../../readme/blocks.js';
import { run } from '../../support/command.js';
import { faults } from './faults/all.js';
import { authToken, startHonestServer, valuesOfHonestServer, type HonestServer } from './honest-server.js';

let installation: Installation;
let server: HonestServer;

describe('the GitHub Actions workflow of src/verify/README.md', async () => {
  const block = (await readmeBlocks()).find(
    ({ readme, code }) => readme === 'src/verify/README.md' && code.startsWith('name: Contract'),
  );
  const { env, jobs } = parse(block?.code ?? '') as Workflow;
  // Here, the package is installed from its tarball.
  const steps = jobs.contract.steps.flatMap(({ run: command }) => (command === undefined || command === 'npm ci' ? [] : command));
  beforeAll(async () => {
    installation = await install();
    const { project } = installation;
    await lend(project, ['@stoplight', ...contractPackages]);
    server = await startHonestServer();
    await writeFile(join(project, 'values.yaml'), valuesOfHonestServer);
    const manifest = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as object;
    const scripts = { e2e: `password-reset-verify --server "$MOCK_URL" --values values.yaml` };
    await writeFile(join(project, 'package.json'), JSON.stringify({ ...manifest, scripts }));
  }, 120_000);
  afterAll(async () => {
    server.close();
    await installation.remove();
  });

  it('names the variables that it uses', () => {
    expect(Object.keys(env)).toEqual(['API_URL', 'STAGING_TOKEN']);
    expect(steps).toHaveLength(2);
  });

  it('takes no fixed port, which something else may have', () => {
    for (const step of steps) if (step.includes('password-reset-mock')) expect(step).toContain('--port 0 ');
  });

  it.each(steps)('%s passes for a server that keeps the contract, and leaves its report', async (step) => {
    const variables = { API_URL: server.url, STAGING_TOKEN: authToken };
    const { code, stdout, stderr } = await run('bash', ['-c', step], { cwd: installation.project, env: variables });
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    expect(stdout).toMatch(/16 of 16 as documented|14 of 14 documented responses seen/);
    const [, report] = /(?:--junit|--coverage) (\S+)/.exec(step) ?? [];
    expect((await readdir(join(installation.project, 'reports'))).some((name) => `reports/${name}`.startsWith(report!))).toBe(
      true,
    );
  });

  it.each(steps)('%s fails for a server that does not', async (step) => {
    server.plant(faults.find(({ name }) => name === 'a missing field'));
    const variables = { API_URL: server.url, STAGING_TOKEN: authToken };
    expect((await run('bash', ['-c', step], { cwd: installation.project, env: variables })).code).toBe(1);
    server.plant();
  });
});

interface Workflow {
  env: Record<string, string>;
  jobs: { contract: { steps: Array<{ run?: string }> } };
}
