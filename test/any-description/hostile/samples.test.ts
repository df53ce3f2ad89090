import { execFileSync } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { completeDescription } from '../../../src/description/complete.js';
import { documentedOperations, type DocumentedOperation } from '../../../src/description/operations.js';
import type { Description } from '../../../src/description/types.js';
import { addCodeSamples } from '../../../src/build/samples/add-code-samples.js';
import { fullUrl, sampleRequest, type SampleRequest } from '../../../src/requests/sample-request.js';
import { tool } from '../../setup/tools.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';
import { describeWith } from './fields.js';
import { harmless, payloads } from './payloads.js';

/** A sample in a language, and the request that it must send. */
interface Sample {
  source: string;
  request: SampleRequest;
}

const description = complete(Object.values(payloads));
const harmlessDescription = complete(Object.keys(payloads).map((_, index) => `${harmless}${index}`));

function complete(texts: string[]): Description {
  return addCodeSamples(completeDescription(describeWith(texts)).description, 'a-package');
}

/** The samples of a tab, for the operation of each text. */
function samplesOf(label: string, whole = description): Sample[] {
  return operations(whole).map((operation) => ({
    source: operation.operation['x-codeSamples']?.find((sample) => sample.label === label)?.source ?? '',
    request: sampleRequest(whole, operation)!,
  }));
}

function operations(whole: Description): DocumentedOperation[] {
  return documentedOperations(whole).filter(({ path }) => path.startsWith('/texts/'));
}

it('each text has a request that sends it', () => {
  expect(operations(description)).toHaveLength(Object.keys(payloads).length);
  for (const { source } of samplesOf('Curl')) expect(source).toContain('curl');
});

describe.each([
  ['Curl', 'curl'],
  ['HTTPie', 'http'],
])('the samples of %s', (label, command) => {
  it('call one program, with the texts as its arguments, and nothing else', async (context) => {
    const directory = await temporaryDirectory(context);
    // Replaces the program by a function that prints its arguments.
    const print = `${command}() { printf '%s\\0' "$@"; printf '\\0'; }\n`;
    const samples = samplesOf(label);
    await writeFile(join(directory, 'samples.sh'), print + samples.map(({ source }) => `${source}\n`).join(''));
    const output = execFileSync('sh', ['samples.sh'], { cwd: directory, encoding: 'utf8' });
    const calls = output
      .split('\0\0')
      .slice(0, -1)
      .map((call) => call.split('\0'));
    expect(await readdir(directory)).toEqual(['samples.sh']);
    expect(calls).toHaveLength(samples.length);
    samples.forEach(({ request }, index) => {
      const call = calls[index] ?? [];
      expect(call).toContain(fullUrl(request));
      for (const [name, value] of request.headers.filter(([header]) => header !== 'Content-Type')) {
        const written = [`${name}: ${value}`, `${name}:${value}`];
        expect(
          written.some((header) => call.includes(header)),
          `${name}: ${value}`,
        ).toBe(true);
      }
    });
  });
});

it('the samples of Python are a request with the texts as literals, and nothing else', async () => {
  const samples = samplesOf('Python (requests)');
  const program = fileURLToPath(new URL('read-samples.py', import.meta.url));
  const input = JSON.stringify(samples.map(({ source }) => source));
  const read = JSON.parse(execFileSync(await tool('python3'), [program], { input, encoding: 'utf8' })) as unknown;
  expect(read).toEqual(
    samples.map(({ request }) => ({
      statements: ['import requests', 'print(response.status_code)', 'print(response.text)'],
      called: 'requests.post',
      args: [request.url],
      keywords: {
        params: Object.fromEntries(request.query),
        headers: Object.fromEntries(request.headers.filter(([name]) => name !== 'Content-Type')),
        json: request.body?.json,
        timeout: 10,
      },
    })),
  );
});

it.each(['Node.js', 'TypeScript'])('the samples of %s have the syntax that they have for harmless texts', (label) => {
  const shapes = (whole: Description): string[][] => samplesOf(label, whole).map(({ source }) => callsAndStatements(source));
  expect(shapes(description)).toEqual(shapes(harmlessDescription));
});

/** The kinds of the statements and the functions that they call. */
function callsAndStatements(source: string): string[] {
  const file = ts.createSourceFile('sample.ts', source, ts.ScriptTarget.ES2022, true);
  const { diagnostics = [] } = ts.transpileModule(source, { reportDiagnostics: true });
  const calls = (node: ts.Node): string[] => [
    ...(ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node) ? [ts.SyntaxKind[node.kind]] : []),
    ...(ts.isIdentifier(node) && node.text === 'injected' ? [node.parent.getText()] : []),
    ...node.getChildren().flatMap(calls),
  ];
  return [
    ...diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    ...file.statements.map(({ kind }) => ts.SyntaxKind[kind]),
    ...calls(file),
  ];
}
