import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, posix } from 'node:path';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { renderClientFiles } from '../../src/build/generate/client-files.js';
import { renderTypes } from '../../src/build/generate/schema-file.js';
import { packageReadme, putBackReadme, putPackageReadme } from '../../src/build/npm/package-readme.js';
import { contractPackages } from '../../src/contract/packages.js';
import { startMock } from '../../src/mock/index.js';
import { connectBrowser } from '../setup/browser.js';
import { root, run, runProgram } from '../support/command.js';
import { compiler } from '../support/type-check.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { readCompleteDescription } from '../support/complete-description.js';
import { install, lend, type Installation } from './install.js';

let installation: Installation;
let project: string;
let installed: string[];
beforeAll(async () => {
  installation = await install();
  ({ project } = installation);
  installed = await readdir(join(project, 'node_modules'));
  // The other packages that a consumer of the types and the mock needs.
  await lend(project, ['@types', '@stoplight', ...contractPackages]);
  await cp(join(root, 'test/package/consumer'), project, { recursive: true });
  await generateAnother(join(project, 'another'));
}, 120_000);
afterAll(() => installation.remove());

/** Generates the files of another description for a consumer of the package. */
async function generateAnother(directory: string): Promise<void> {
  const { description } = await readCompleteDescription(join(root, 'test/any-description/library.yaml'));
  await mkdir(directory);
  await writeFile(join(directory, 'schema.d.ts'), renderTypes(description));
  for (const [name, text] of Object.entries(renderClientFiles(description, '@projectthanos/password-reset/generated-imports'))) {
    await writeFile(join(directory, name), text);
  }
}

describe('the tarball', () => {
  it('holds what is exported and what that needs, and the texts for people', () => {
    const texts = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'package.json',
      'generated/openapi-3.0.yaml',
      'generated/openapi.json',
      'generated/openapi.yaml',
      'src/client/README.md',
      'src/mock/README.md',
      'src/verify/README.md',
      'openapi/password-reset.arazzo.yaml',
      'openapi/pages/get-with-a-body.md',
    ];
    const others = installation.files.filter((path) => !texts.includes(path));
    expect(
      others.filter(
        (path) =>
          !/^dist\/(generated\/(operations|each-operation|methods|schema)|src\/(client|command|contract|description|mock|reading|requests|verify)\/.+)\.(d\.ts|js|js\.map)$/.test(
            path,
          ),
      ),
    ).toEqual([]);
    expect(texts.filter((path) => !installation.files.includes(path))).toEqual([]);
  });

  it('has texts whose links lead to files in it', async () => {
    const texts = installation.files.filter((path) => path.endsWith('.md') && path !== 'README.md');
    const read = async (path: string): Promise<[string, string]> => [path, await readFile(join(root, path), 'utf8')];
    const own = packageReadme(await readFile(join(root, 'src/build/npm/README.md'), 'utf8'));
    const links = [['README.md', own], ...(await Promise.all(texts.map(read)))].flatMap(([path = '', text = '']) =>
      [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => posix.join(dirname(path), link)),
    );
    expect(links).toEqual(expect.arrayContaining(['src/client/README.md', 'src/mock/README.md', 'src/verify/README.md']));
    expect(links.filter((link) => !installation.files.includes(link))).toEqual([]);
  });

  it('takes its README for the time of packing, and gives that of the repository back', async (context) => {
    const directory = await temporaryDirectory(context);
    for (const path of ['README.md', 'src/build/npm/README.md']) await cp(join(root, path), join(directory, path));
    await mkdir(join(directory, 'dist'));
    const before = await readFile(join(directory, 'README.md'), 'utf8');
    await putPackageReadme(directory);
    expect(await readFile(join(directory, 'README.md'), 'utf8')).toMatch(/^# @projectthanos\/password-reset\n/);
    await putBackReadme(directory);
    expect(await readFile(join(directory, 'README.md'), 'utf8')).toBe(before);
  });

  it('is not published before package.json says where the repository is', async () => {
    const { repository } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { repository?: unknown };
    const { code, stderr } = await runProgram('src/build/npm/publishable.ts');
    expect([code, stderr]).toEqual(
      repository === undefined ? [1, expect.stringContaining('run "npm pkg set repository=github:OWNER/NAME"')] : [0, ''],
    );
  });

  it('is found by tools that do not read "exports", and has the maps of its scripts', async () => {
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
    const { '.': entry } = manifest.exports as Record<string, Record<string, string>>;
    const { main, browser, types } = manifest;
    expect({ main, browser, types }).toEqual({ main: entry?.node, browser: entry?.default, types: entry?.types });
    const scripts = installation.files.filter((path) => path.endsWith('.js'));
    expect(installation.files).toEqual(expect.arrayContaining([...scripts.map((path) => `${path}.map`), String(main).slice(2)]));
  });

  it('brings openapi-fetch alone', () => {
    expect(installed.filter((name) => !name.startsWith('.')).sort()).toEqual([
      '@projectthanos',
      'openapi-fetch',
      'openapi-typescript-helpers',
    ]);
  });

  it('has nothing that publint reports', async () => {
    const { buffer } = new Uint8Array(await readFile(installation.tarball));
    const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
    // "browser" beside "exports" is for tools that do not read "exports". publint wants it in "exports" only.
    const others = messages.filter(({ code }) => code !== 'USE_EXPORTS_BROWSER');
    expect(others.map((message) => formatMessage(message, pkg))).toEqual([]);
  });
});

describe('a strict project', () => {
  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])(
    'compiles every export and the files of another description, as module %s with resolution %s',
    async (module, moduleResolution) => {
      const options = {
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        // One of the two runs also checks the declarations of the package itself.
        skipLibCheck: moduleResolution === 'nodenext',
        skipDefaultLibCheck: true,
        noEmit: true,
        target: 'es2022',
        module,
        moduleResolution,
        // Declarations that need the types of Node include them.
        types: moduleResolution === 'nodenext' ? ['node'] : [],
      };
      const file = `tsconfig.${moduleResolution}.json`;
      await writeFile(join(project, file), JSON.stringify({ compilerOptions: options, files: ['types.ts', 'another.ts'] }));
      const { stdout } = await run(process.execPath, [compiler, '--project', join(project, file)]);
      expect(stdout).toBe('');
    },
  );

  it('without strictness compiles calls of the client, narrowed by their status', async () => {
    const program = `import { createClient } from '@projectthanos/password-reset';
import { resetPassword } from '@projectthanos/password-reset/operations';
const result = await createClient().resetPassword({ body: { email: 'a@b.c' } });
export const token: string = result.status === 200 ? result.data.reset_token : '';
// @ts-expect-error A documented status without a body has none.
export const nothing: unknown = result.status === 404 ? result.error : '';
const single = await createClient({ operations: { resetPassword } }).resetPassword({ body: { email: 'a@b.c' }, parseAs: 'text' });
export const text: string = single.ok ? single.data : '';
// @ts-expect-error The body is required.
await createClient().resetPassword({});
`;
    await writeFile(join(project, 'loose.ts'), program);
    const options = ['--strict', 'false', '--skipLibCheck', '--noEmit', '--target', 'es2022', '--module', 'nodenext', 'loose.ts'];
    const { stdout } = await run(process.execPath, [compiler, ...options], { cwd: project });
    expect(stdout).toBe('');
  });

  it('with the resolution node10, which reads no "exports", compiles calls of the client', async () => {
    const program = `import { createClient } from '@projectthanos/password-reset';
export const code: Promise<200 | 400 | 403 | 404 | 415> = createClient().resetPassword({ body: { email: 'a@b.c' } }).then(({ status }) => status);`;
    await writeFile(join(project, 'node10.ts'), program);
    const options = ['--strict', '--skipLibCheck', '--noEmit', '--types', 'node', '--target', 'es2022'];
    const { stdout } = await run(
      process.execPath,
      [
        join(root, 'node_modules/typescript/bin/tsc'),
        ...options,
        '--module',
        'esnext',
        '--moduleResolution',
        'node10',
        'node10.ts',
      ],
      { cwd: project },
    );
    expect(stdout).toBe('');
  });
});

const exported = [
  'AbortError',
  'ClientError',
  'ConnectionError',
  'ResponseError',
  'StatusError',
  'TimeoutError',
  'UndocumentedStatusError',
  'UnreadableBodyError',
  'UnsupportedBodyError',
  'attempts',
  'createClient',
  'headersOf',
  'unwrap',
];

describe('on Node', () => {
  it('the client and the mock run from a JavaScript module', async () => {
    const { stdout, stderr } = await run(process.execPath, ['--no-warnings', 'program.js'], { cwd: project });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ exports: exported, statuses: [200, 404], failure: true, openapi: '3.1.0' });
  });

  it('the client is also required', async () => {
    const program = "console.log(Object.keys(require('@projectthanos/password-reset')).sort().join())";
    await writeFile(join(project, 'required.cjs'), program);
    const { stdout, stderr } = await run(process.execPath, ['required.cjs'], { cwd: project });
    expect([stderr, stdout.trim()]).toEqual(['', exported.join()]);
  });

  it('the walk of the contract runs as a command, with the workflow that the package ships', async () => {
    const command = join(project, 'node_modules/.bin/password-reset-verify');
    const { stdout, stderr } = await run(command, ['--server', 'http://localhost', '--dry-run'], { cwd: project });
    expect(stderr).toBe('');
    expect(stdout).toContain('"token": "<$response.body#/reset_token of resetPassword>"');
  });
});

it('in a browser, a bundle without anything of Node calls the mock', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(project, 'page.js')],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
    outdir: project,
  });
  expect(Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external))).toEqual([]);
  const script = outputFiles[0]?.text ?? '';
  const pages = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  const [mock, browser] = await Promise.all([startMock({ port: 0 }), connectBrowser()]);
  onTestFinished(async () => {
    pages.close();
    await Promise.all([mock.close(), browser.close()]);
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
  expect(await page.evaluate(`callFromPage(${JSON.stringify(mock.url)})`)).toEqual({
    reset: { reset_token: 'G7TwCq1Vkds0DLYnfAuP' },
    unknown: 404,
    validated: 204,
    refused: [
      'UnsupportedBodyError',
      'validatePasswordReset: fetch cannot send a body with GET here, so nothing was sent. Omit the body.',
    ],
  });
});

it('in an editor, a method, its body and the fields of both sides tell what the description says of them', async () => {
  const file = join(project, 'hover.ts');
  const text = `import { createClient } from '@projectthanos/password-reset';
import { completePasswordReset } from '@projectthanos/password-reset/operations';
const result = await createClient().resetPassword({ body: { email: 'a@b.c' } });
if (result.status === 200) console.log(result.data.reset_token);
await createClient({ operations: { completePasswordReset } }).completePasswordReset({ body: { password: 'p', token: 't' } });
await createClient().validatePasswordReset({ params: { query: { token: '1' } }, body: { email: 'a@b.c' } });
`;
  await writeFile(file, text);
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ strict: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [] }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) =>
      ts.sys.fileExists(name) ? ts.ScriptSnapshot.fromString(ts.sys.readFile(name) ?? '') : undefined,
    getCurrentDirectory: () => project,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    directoryExists: (name) => ts.sys.directoryExists(name),
    realpath: (name) => ts.sys.realpath?.(name) ?? name,
  });
  const hover = (position: number): string => {
    const { documentation, tags = [] } = service.getQuickInfoAtPosition(file, position) ?? {};
    return [documentation, ...tags.map(({ text: words }) => words)].map((parts) => ts.displayPartsToString(parts)).join('\n');
  };
  const method = hover(text.indexOf('resetPassword({'));
  expect(method).toContain('Reset the password on your account.');
  expect(method).toContain('POST /api/organizations/reset-password/');
  expect(method).toContain('- 403 Permission Denied: The user does not have permission for the action');
  expect(hover(text.lastIndexOf('completePasswordReset({'))).toContain('Provide a new password for your account.');
  expect(hover(text.indexOf('email:'))).toContain('The email address of the account');
  expect(hover(text.indexOf('reset_token'))).toContain('The reset token to pass to Validate Password Reset');
  expect(hover(text.lastIndexOf('body:'))).toContain('JSON, sent as plain text');
  expect(hover(text.indexOf("token: '1'"))).toContain('The reset token from Reset Password');
});
