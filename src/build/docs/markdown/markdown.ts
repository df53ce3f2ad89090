import type { Description } from '../../../description/types.js';
import { mockExampleTable } from '../reference/mock-examples.js';
import type { OperationReference } from '../reference/reference.js';
import { firstParagraph, markdownBlocks, markdownLine } from './print.js';
import { codeSpan, escapeActive, fence, linkTo, oneLine } from './text.js';

/** Renders the reference as Markdown: everything that the page says, for readers and machines that want text. */
export function markdownReference(
  { info, servers = [] }: Description,
  operations: OperationReference[],
  mockCommand: string | undefined,
): string {
  return blocks([
    `# ${plain(info.title)} (${plain(info.version)})`,
    info.summary && plain(info.summary),
    markdownBlocks(info.description ?? '', 2),
    servers.length > 0 && '## Servers',
    servers.map(({ url, description = '' }) => `- ${codeSpan(url)} ${markdownLine(description)}`.trim()).join('\n'),
    ...operations.map((operation) => markdownOperation(operation, mockCommand)),
  ]);
}

/**
 * Renders the index that tools for language models look for (https://llmstxt.org): what there is, and where.
 *
 * @param addressOf Makes the address of an operation, relative to the folder.
 */
export function llmsText(
  { info }: Description,
  operations: OperationReference[],
  addressOf: (operation: OperationReference) => string,
): string {
  return blocks([
    `# ${plain(info.title)}`,
    info.summary && `> ${plain(info.summary)}`,
    '## Reference',
    [
      '- [Reference as Markdown](index.md): everything in one file',
      '- [OpenAPI description (YAML)](openapi.yaml): what the reference is generated from',
      '- [OpenAPI description (JSON)](openapi.json)',
    ].join('\n'),
    '## Operations',
    operations
      .map((operation) => {
        const { name, method, path, description } = operation;
        const entry = `- ${linkTo(plain(name), addressOf(operation))}: ${codeSpan(`${method} ${path}`)}`;
        return [entry, firstParagraph(description)].filter(Boolean).join('. ');
      })
      .join('\n'),
  ]);
}

function markdownOperation(operation: OperationReference, mockCommand: string | undefined): string {
  const { name, method, path, description, requestBody, requestExample } = operation;
  return blocks([
    `## ${plain(name)}`,
    codeSpan(`${method} ${path}`),
    operation.deprecated && 'Deprecated: do not use it in new code.',
    markdownBlocks(description, 3),
    ...section('### Request Parameters', fieldTable(operation.requestParameters)),
    requestBody &&
      `Body: ${codeSpan(requestBody.mediaType)}, ${requestBody.required ? 'required' : 'optional'}${requestBody.description && `. ${markdownLine(requestBody.description)}`}`,
    ...section('### Request', requestExample && fence(requestExample.text, requestExample.language)),
    ...operation.responseBodies.flatMap(({ status, name, mediaType, fields }) => [
      '### Response Parameters',
      `Body of ${plain(status)} ${plain(name)}: ${codeSpan(mediaType)}`,
      fieldTable(fields.map((field) => ({ ...field, in: status }))),
    ]),
    ...operation.responseExamples.flatMap(({ status, text, language }) => [
      `### Response ${plain(status)}`,
      fence(text, language),
    ]),
    '### Response Codes',
    table(
      ['Code', 'Name', 'Meaning'],
      operation.responses.map(({ status, name, meaning }) => [plain(status), plain(name), markdownLine(meaning)]),
    ),
    ...section(
      '### Code Samples',
      blocks(
        operation.samples.flatMap(({ label, lang, source }) => [`#### ${plain(label)}`, fence(source, fenceLanguage(lang))]),
      ),
    ),
    ...section('### Mock Examples', mockExampleTable(operation.mockExamples), mockWords(mockCommand)),
  ]);
}

function mockWords(mockCommand: string | undefined): string {
  const words =
    'The mock server returns these statuses for these inputs. They are test values of the mock, not behavior of the API.';
  return mockCommand ? `${words} Start it with \`${mockCommand}\`.` : words;
}

/** The language of a code sample as Markdown readers know it: commands of a shell have names of their own in the description. */
function fenceLanguage(lang: string): string {
  return ['curl', 'httpie'].includes(lang.toLowerCase()) ? 'shell' : lang.toLowerCase();
}

/** A heading, what stands under it, and a sentence between them; nothing where there is nothing to stand under it. */
function section(heading: string, content: string | undefined, sentence?: string): Array<string | undefined> {
  return content?.trim() ? [heading, sentence, content] : [];
}

function fieldTable(fields: OperationReference['requestParameters']): string {
  if (fields.length === 0) return '';
  return table(
    ['Name', 'In', 'Type', 'Required', 'Meaning'],
    fields.map(({ name, in: place, type, requirement, meaning }) => [
      codeSpan(name),
      plain(place),
      codeSpan(type),
      requirement || 'optional',
      markdownLine(meaning),
    ]),
  );
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => oneLine(cell).replaceAll(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A name or another text that is no Markdown, on one line. */
function plain(text: string): string {
  return escapeActive(oneLine(text));
}

function blocks(parts: Array<string | undefined | false>): string {
  return `${parts
    .filter((part) => part)
    .map((part) => String(part).trim())
    .join('\n\n')}\n`;
}
