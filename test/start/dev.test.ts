import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/build/build.js';
import { ownInput } from '../../src/build/input.js';
import { connectBrowser } from '../setup/browser.js';
import { root } from '../support/command.js';
import { contents, copyProject, edit } from '../support/project.js';
import { Development } from './development.js';

const request = 'openapi/components/schemas/ResetPasswordRequest.yaml';
const token = 'openapi/components/schemas/ResetToken.yaml';

/** One service for all tests. It starts with an invalid description and the outputs of an earlier build. */
let development: Development;
let begun = '';
const endings: Array<() => unknown> = [];
const context = { onTestFinished: (ending: unknown): void => void endings.push(ending as () => unknown) };
beforeAll(async () => {
  const project = await copyProject(context);
  await cp(join(root, 'dist'), join(project, 'dist'), { recursive: true });
  for (const path of leftByKilledBuild) await writeFile(join(project, path), 'half a file');
  const good = await readFile(join(project, request), 'utf8');
  await writeFile(join(project, request), `${good}    format: [\n`);
  development = await Development.start(context, project);
  begun = development.service.output;
  const page = await fetch(development.docsUrl);
  begun += `Page ${page.status}\n`;
  await development.rebuilt(async () => {
    for (const { file, from, to } of derived) await edit(development.path(file), from, to);
    await writeFile(development.path(request), good.replace('The email address of', 'The address of'));
  });
});
afterAll(async () => {
  for (const end of endings.reverse()) await end();
});

/** Names of temporary files of a process that has ended. No process has this ID: it is above the maximum of Linux. */
const leftByKilledBuild = ['generated/schema.d.ts', 'dist/docs/index.html', 'dist/old.js'].map((path) => `${path}.4194305.tmp`);

/** Facts of the description, with the outputs that must contain them. */
const derived: Array<{ what: string; file: string; from: string; to: string; made: string; holds: string }> = [
  {
    what: 'types',
    file: 'openapi/components/schemas/CompletePasswordResetRequest.yaml',
    from: 'required:\n',
    to: 'description: What completes a reset\nrequired:\n',
    made: 'generated/schema.d.ts',
    holds: '@description What completes a reset',
  },
  {
    what: 'client',
    file: 'openapi/paths/complete-password.yaml',
    from: 'summary: Complete Password Reset',
    to: 'summary: Finish Password Reset',
    made: 'generated/methods.d.ts',
    holds: 'Finish Password Reset',
  },
  {
    what: 'package',
    file: 'openapi/paths/complete-password.yaml',
    from: 'operationId: validatePasswordReset',
    to: 'operationId: probePasswordReset',
    made: 'dist/generated/operations.js',
    holds: 'probePasswordReset',
  },
  {
    what: 'samples',
    file: 'openapi/paths/complete-password.yaml',
    from: 'value: G7TwCq1Vkds0DLYnfAuP',
    to: 'value: SampleToken000000000',
    made: 'generated/openapi.yaml',
    holds: 'token=SampleToken000000000',
  },
  {
    what: 'published page',
    file: 'openapi/components/responses/NotFound.yaml',
    from: 'Usually the URL is wrong',
    to: 'Mostly the URL is wrong',
    made: 'dist/docs/index.html',
    holds: 'Mostly the URL is wrong',
  },
];

describe('npm run dev', () => {
  it('begins with a description that is invalid: the last successful build is served until it is fixed', () => {
    expect(begun).toMatch(/^openapi\/\S+\.yaml:\d+:\d+: \S.*\nStill serving the last successful build\.$/m);
    expect(begun).toContain('Page 200');
  });

  it.for(derived)('brings a save to the $what', async ({ made, holds }) => {
    expect(await readFile(join(root, made), 'utf8')).not.toContain(holds);
    expect(await development.read(made)).toContain(holds);
  });

  it('removes what a build that was killed has left', async () => {
    const names = [...(await contents(development.project)).keys()];
    expect(names).toContain('generated/schema.d.ts');
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('has the mock respond by what was saved', async () => {
    const { mockUrl } = development;
    const respond = async (): Promise<unknown> => {
      const response = await fetch(`${mockUrl}/api/organizations/reset-password/`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"email":"jweir@projectthanos.com"}',
      });
      return response.json();
    };
    expect(await respond()).toEqual({ reset_token: 'G7TwCq1Vkds0DLYnfAuP' });
    const example = development.path('openapi/components/examples/IssuedResetToken.yaml');
    await development.rebuilt(() => edit(example, 'G7TwCq1Vkds0DLYnfAuP', 'SavedToken0000000000'));
    expect(await respond()).toEqual({ reset_token: 'SavedToken0000000000' });
  });

  it('says in one line what was saved, what was built of it, and how long that took', async () => {
    const line = await development.rebuilt(() => edit(development.path(request), 'The address of', 'The email address of'));
    expect(line).toMatch(
      /^openapi\/components\/schemas\/ResetPasswordRequest\.yaml: rebuilt generated\/openapi\.yaml, [^\n]*, dist\/ \(\d+\.\d\d s\)\n$/,
    );
  });

  it('says where a save is invalid, and leaves all that was built in place', async () => {
    const { project } = development;
    const built = async (): Promise<Map<string, string>> =>
      new Map([...(await contents(project))].filter(([name]) => !name.startsWith('openapi/')));
    const before = await built();
    const page = await (await fetch(`${development.docsUrl}/`)).text();
    const good = await development.read(request);

    const reported = await development.reported(
      () => writeFile(development.path(request), `${good}    format: [\n`),
      /^.*\n.*last successful build.*\n/m,
    );

    expect(reported).toMatch(
      /^openapi\/components\/schemas\/ResetPasswordRequest\.yaml:\d+:\d+: \S.*\nStill serving the last successful build\.\n$/,
    );
    expect(await built()).toEqual(before);
    expect(await (await fetch(`${development.docsUrl}/`)).text()).toBe(page);
    await development.reported(() => writeFile(development.path(request), good), /: nothing to rebuild, valid again/);
  });

  it('ends at the last of 100 saves in two seconds, and reports no state between them', async () => {
    const good = await development.read(token);
    const before = development.service.output.length;
    const save = (nth: number): Promise<void> =>
      writeFile(development.path(token), good.replace('The reset token', `Save number ${nth}.`));
    await development.holds(
      async () => {
        for (let nth = 1; nth <= 100; nth += 1) {
          await save(nth);
          await wait(20);
        }
      },
      'generated/openapi.json',
      'Save number 100.',
    );
    expect(development.service.output.slice(before)).not.toContain('last successful build');
  });

  it('shows a save in the page that is open, where the reader is, and without an error', async ({ onTestFinished }) => {
    const browser = await connectBrowser();
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    const complete = (): Promise<void> => page.locator('.operation').first().waitFor();
    await page.goto(development.docsUrl);
    await complete();
    await page.evaluate(() => window.scrollTo({ top: 1200, behavior: 'instant' }));

    const file = development.path('openapi/components/responses/AddressNotFound.yaml');
    await development.rebuilt(() => edit(file, 'Usually the URL is wrong', 'Nobody lives there'));

    await page.getByText('Nobody lives there').first().waitFor();
    await complete();
    expect(await page.evaluate(() => window.scrollY)).toBe(1200);
    expect(errors).toEqual([]);
  });

  it("brings the last save to Redoc's page, which follows the other files", async () => {
    const holds = async (): Promise<boolean> => (await development.read('dist/docs/redoc.html')).includes('Nobody lives there');
    await expect.poll(holds, { timeout: 25_000 }).toBe(true);
  });

  it('leaves what npm run build writes, so that npm run check passes', async () => {
    // The changes of the other tests need no release.
    await cp(development.path('generated/openapi.yaml'), development.path('generated/released.yaml'));
    await check(ownInput(development.project));
  });

  it('ends with exit code 0 on SIGINT, also while it builds, with whole files', async () => {
    const text = 'Saved just before the end';
    await edit(development.path(token), 'description: ', `description: ${text}. `);
    expect(await development.service.end('SIGINT')).toBe(0);
    const [yaml, json] = await Promise.all(
      ['generated/openapi.yaml', 'generated/openapi.json'].map((file) => readFile(development.path(file), 'utf8')),
    );
    expect(yaml?.includes(text)).toBe(json?.includes(text));
  });
});
