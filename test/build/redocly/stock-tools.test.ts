import { spawn } from 'node:child_process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root, runTool } from '../../support/command.js';
import { freePort } from '../../support/free-port.js';

const path = 'openapi/openapi.yaml';

describe('the hand-written description in stock tools', () => {
  it('passes redocly lint without an error or a warning', async () => {
    const { code, stdout } = await runTool('redocly', ['lint', path, '--format=json']);
    const { totals } = JSON.parse(stdout) as { totals: { errors: number; warnings: number; ignored: number } };
    expect({ code, ...totals }).toEqual({ code: 0, errors: 0, warnings: 0, ignored: 0 });
  });

  it('scores 87 or more in redocly score', async () => {
    const { stdout } = await runTool('redocly', ['score', path, '--format=json']);
    const { agentReadiness } = JSON.parse(stdout) as { agentReadiness: number };
    expect(agentReadiness).toBeGreaterThanOrEqual(87);
  });

  it('is read by openapi-typescript without a warning', async () => {
    const { code, stdout, stderr } = await runTool('openapi-typescript', [path]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain('⚠');
  });

  it('is served by prism mock', async () => {
    const port = await freePort();
    const prism = spawn(`${root}node_modules/.bin/prism`, ['mock', '-p', String(port), path], { cwd: root });
    onTestFinished(() => void prism.kill());
    let log = '';
    for await (const chunk of prism.stdout) {
      log += String(chunk);
      if (log.includes('Prism is listening')) break;
    }
    const response = await fetch(`http://127.0.0.1:${port}/api/organizations/reset-password/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'jweir@projectthanos.com' }),
    });
    expect(await response.json()).toEqual({ reset_token: 'G7TwCq1Vkds0DLYnfAuP' });
  });
});
