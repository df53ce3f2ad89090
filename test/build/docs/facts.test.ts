import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { documentedOperations, namedExamples } from '../../../src/description/operations.js';
import { resolve } from '../../../src/description/references/resolve.js';
import { scenarios } from '../../../src/description/scenarios.js';
import type { Schema } from '../../../src/description/types.js';
import { fullUrl, sampleRequest } from '../../../src/requests/sample-request.js';
import { connectBrowser } from '../../setup/browser.js';
import { builtDescription, folder, openPage } from './built-page.js';
import { shownOperations } from './shown-operations.js';

const description = await builtDescription();
const operations = documentedOperations(description);
const browser = await connectBrowser();
afterAll(() => browser.close());

const pages = {
  'without scripts': await openPage(browser, { scripts: false }),
  'with scripts': await openPage(browser),
};

const fieldsOf = (schema: Schema | undefined): Array<[string, Schema, boolean]> => {
  const whole = resolve<Schema>(description, schema ?? {});
  const inner = whole.contentSchema ? resolve<Schema>(description, whole.contentSchema) : whole;
  return Object.entries(inner.properties ?? {}).map(([name, field]) => [
    name,
    resolve<Schema>(description, field),
    inner.required?.includes(name) ?? false,
  ]);
};
const plain = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const shownType = ({ type, items }: Schema): string => (items ? `list of ${items.type as string}` : (type as string));
/** Fields of a schema that are not shown in the row of a parameter, or that `definition` handles. */
const withoutLimits = ['type', 'items', 'description', 'examples', 'contentSchema', 'contentMediaType'];
const hasLimits = ({ format, ...others }: Schema): boolean =>
  (format !== undefined && format !== 'password') || Object.keys(others).some((name) => !withoutLimits.includes(name));
/** The row of a parameter. Limits and list styles are only marked by their place; other tests check their texts. */
const definition = (name: string, place: string, type: Schema, requirement: string, meaning = ''): RegExp => {
  const start = [name, place, `${shownType(type)}${requirement && `, ${requirement}`}`].filter(Boolean).join(' ');
  const end = type.items ? 'Written as: .+' : '';
  return new RegExp(`^${escaped(start)}${hasLimits(type) ? ', .+' : ''}${meaning && ` ${escaped(plain(meaning))}`}${end}$`);
};
const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
const expectRows = (shown: string[], expected: RegExp[]): void =>
  expect(rows(shown)).toEqual(expected.map((row) => expect.stringMatching(row) as string));
/** The rows of a list of definitions, without those for items of lists. */
const rows = (all: string[]): string[] => all.filter((row) => !/^\S+\[\] /.test(row));
const printed = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /^\s*[[{]/.test(text) ? JSON.stringify(JSON.parse(text), undefined, 2) : text;
};

describe.each(Object.entries(pages))('the page %s', async (_, page) => {
  const sections = await shownOperations(page);

  test('shows exactly the operations of the description, in their order', () => {
    expect(sections.map(({ id, name, method, path }) => [id, name, method, path])).toEqual(
      operations.map(({ operationId, summary, method, path }) => [`operation/${operationId}`, summary, method, path]),
    );
  });

  describe.each(operations.map((operation, index) => ({ ...operation, section: sections[index]! })))(
    '$operationId',
    (operation) => {
      const { section, requestBody, parameters, responses, security } = operation;
      const [[mediaType, media] = ['', undefined]] = Object.entries(requestBody?.content ?? {});

      test('has its whole prose', () => {
        expect(section.prose).toBe(plain(operation.description));
      });

      test('has each request parameter with place, type, meaning, and no other', () => {
        const schemes = security
          .flatMap((one) => Object.keys(one))
          .map((name) => resolve(description, description.components!.securitySchemes![name]!));
        expectRows(section.request, [
          ...schemes.map((scheme) => definition(scheme.name!, scheme.in!, { type: 'string' }, 'required', scheme.description)),
          ...parameters.map((one) =>
            definition(one.name, one.in, one.schema ?? {}, one.required ? 'required' : '', one.description),
          ),
          ...fieldsOf(media?.schema).map(([name, field, required]) =>
            definition(name, '', field, required ? 'required' : '', field.description),
          ),
        ]);
      });

      test('says of each body what it is', () => {
        const request = requestBody ? [`Body, ${mediaType}, ${requestBody.required ? 'required' : 'optional'}`] : [];
        const responseBodies = responses.flatMap(({ status, response }) =>
          Object.keys(response.content ?? {}).map((type) => `Body of ${status} ${response['x-summary']}, ${type}`),
        );
        expect(section.bodies).toEqual([...request, ...responseBodies]);
        const whole = resolve<Schema>(description, media?.schema ?? {});
        const held = whole.contentMediaType
          ? `${whole.type as string}, holds ${whole.contentMediaType} ${whole.description}`
          : undefined;
        expect(section.values).toEqual([requestBody?.description, held].filter(Boolean));
      });

      test('has each response parameter, and no other', () => {
        expectRows(
          section.response,
          responses.flatMap(({ response }) =>
            Object.values(response.content ?? {}).flatMap(({ schema }) =>
              fieldsOf(schema).map(([name, field, required]) =>
                definition(name, '', field, required ? 'required' : '', field.description),
              ),
            ),
          ),
        );
      });

      test('has each code with its name and meaning, and no other', () => {
        expect(section.codes).toEqual(
          responses.map(({ status, response }) => [status, response['x-summary'], plain(response.description)]),
        );
      });

      test('has each sample, letter by letter', () => {
        expect(section.samples).toEqual(operation.operation['x-codeSamples']!.map(({ label, source }) => ({ label, source })));
      });

      test('has the request and response of the success beside it', () => {
        const sample = sampleRequest(description, operation)!;
        const responseBodies = responses.flatMap(({ response }) =>
          Object.values(response.content ?? {}).flatMap((one) => [...namedExamples(description, one).values()]),
        );
        const headers = sample.headers.map((pair) => pair.join(': '));
        const head = `${operation.method} ${fullUrl(sample).slice(sample.server.length)}\n${headers.join('\n')}`;
        const isPlain = sample.query.length === 0 && headers.length < 2;
        expect(section.panel).toEqual([
          ...(isPlain ? [] : [head]),
          ...(sample.body === undefined ? [] : [printed(sample.body.text).replaceAll('\r\n', '\n')]),
          ...responseBodies.map(({ value }) => printed(value)),
        ]);
      });

      test('has each mock example with the status that it leads to', () => {
        const all = scenarios(description, operation);
        expect(section.mock.map(([, code, name]) => [code, name])).toEqual(all.map(({ status, name }) => [String(status), name]));
        all.forEach(({ inputs }, index) => {
          for (const { value } of inputs) {
            const [sent] = section.mock[index]!;
            for (const leaf of leaves(value)) expect(sent).toContain(leaf || (value === '' ? '(empty)' : '""'));
          }
        });
      });
    },
  );

  test('shows the introduction with its headings', async () => {
    const text = plain((await page.locator('main').first().textContent()) ?? '');
    for (const paragraph of description.info.description!.split(/\n\s*\n/)) {
      if (/^[#|`0-9]/.test(paragraph)) continue;
      expect(text).toContain(plain(paragraph));
    }
    for (const heading of description.info.description!.matchAll(/^# (.+)$/gm)) {
      expect(plain((await page.locator('main h2').allTextContents()).join('\n'))).toContain(heading[1]);
    }
  });
});

test('the Markdown says all that the page says', async () => {
  // The lines of a form end like those of HTTP. On the page, this is not visible.
  const markdown = (await readFile(`${folder}index.md`, 'utf8')).replaceAll('\r\n', '\n');
  const text = plain(markdown);
  for (const section of await shownOperations(pages['with scripts'])) {
    const facts = [
      section.name,
      `${section.method} ${section.path}`,
      section.prose,
      ...section.codes.map((row) => `| ${row.join(' | ')} |`),
    ];
    for (const fact of facts) expect(text).toContain(fact);
    for (const { source } of section.samples) expect(markdown).toContain(`\n${source}\n\`\`\``);
    for (const example of section.panel) expect(markdown).toContain(example);
    for (const [, code, name] of section.mock) expect(text).toMatch(new RegExp(`\\| ${code} [^|]+ \\| ${name} \\|`));
  }
});

test('llms.txt names each operation with its link, and each file that it names is there', async () => {
  const text = await readFile(`${folder}llms.txt`, 'utf8');
  for (const { operationId, summary, method, path } of operations) {
    expect(text).toContain(`[${summary}](index.html#operation/${operationId}): \`${method} ${path}\``);
  }
  for (const [, file] of text.matchAll(/\]\(([^)#]+)/g)) await readFile(`${folder}${file}`, 'utf8');
});

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('{') ? leaves(JSON.parse(value)) : [value];
  return Object.values(value as object).flatMap(leaves);
}
