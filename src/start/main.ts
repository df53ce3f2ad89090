import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isBuilt, needsBuild } from '../build/freshness.js';
import { ownInput } from '../build/input.js';
import { portSetBy } from '../command/listen-on.js';
import { parseFlags } from '../command/parse-flags.js';
import { readPort } from '../command/read-port.js';
import { printable } from '../command/printable.js';
import { runCommand } from '../command/run-command.js';
import { stopSignal } from '../command/stop-signal.js';
import { documentedOperations } from '../description/operations.js';
import type { Description } from '../description/types.js';
import { startMock } from '../mock/index.js';
import { serveDocs } from './docs-server.js';
import { ServedPages } from './served-pages.js';

const host = '127.0.0.1';

const usage = 'npm start or npm run dev, without options';

const help = `Usage: npm start
       npm run dev

Builds what is missing, and serves the mock and the docs of this project until Ctrl+C. "npm run dev" also rebuilds on each
save of the description, and reloads both.

  MOCK_PORT  the port of the mock (default 4010; 0 = any free port)
  DOCS_PORT  the port of the docs (default 8080; 0 = any free port)

Only the mock: npm run mock -- --help. Only the build: npm run build -- --help. Another description:
  npm run mock -- FILE
  npm run build -- --description FILE --out DIRECTORY
`;

await runCommand(async () => {
  const flags = parseFlags({ watch: { type: 'boolean' }, help: { type: 'boolean' } }, usage);
  if (flags.help) return void process.stdout.write(help);
  const mockPort = readPort(process.env.MOCK_PORT, 'MOCK_PORT', 4010);
  const docsPort = readPort(process.env.DOCS_PORT, 'DOCS_PORT', 8080);
  const root = process.cwd();
  const input = ownInput(root);

  // Watch mode builds at once anyway, and its description may be invalid at first. So the last successful build is enough.
  const mustBuild = flags.watch ? !isBuilt(root) : await needsBuild(root);
  // The modules of the build are slow to load, so they are loaded only when needed.
  if (mustBuild) await (await import('../build/build.js')).build(input);
  const docsDirectory = join(root, 'dist/docs');
  const pages = new ServedPages({ directory: docsDirectory, reloads: flags.watch === true });
  const docs = await serveDocs(docsDirectory, docsPort, host, pages.handle);
  try {
    const mock = await startMock({ port: mockPort, host, description: join(root, 'generated/openapi.yaml') }).catch(
      portSetBy('MOCK_PORT'),
    );
    try {
      pages.mockUrl = mock.url;
      // This is done before the addresses are printed, since a user may send the signal at once.
      const stopped = stopSignal();
      const description = JSON.parse(await readFile(join(root, 'generated/openapi.json'), 'utf8')) as Description;
      console.log(`Mock  ${mock.url}\nDocs  ${docs.url}\n\nTry it:\n\n${printable(sampleCall(description, mock.url))}\n`);
      const watching =
        flags.watch &&
        (await (
          await import('./watch.js')
        ).watchDescription(input, async () => {
          await Promise.all([pages.update(), mock.reload()]);
        }));
      await stopped;
      if (watching) await watching.close();
    } finally {
      await mock.close();
    }
  } finally {
    await docs.close();
  }
});

/** The first code sample of the first operation, with the URL of the mock in place of the server's URL. */
function sampleCall(description: Description, url: string): string {
  const [first] = documentedOperations(description);
  const source = first?.operation['x-codeSamples']?.[0]?.source ?? url;
  return source.replaceAll(description.servers?.[0]?.url ?? url, url).trimEnd();
}
