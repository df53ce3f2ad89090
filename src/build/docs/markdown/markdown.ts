import type { Description } from '../../../description/types.js';
import { mockExampleTable } from '../reference/mock-examples.js';
import type { OperationReference } from '../reference/reference.js';
import { withoutHtml } from './without-html.js';

/** Renders the reference as Markdown: everything that the page says, for readers and machines that want text. */
export function markdownReference(
  { info, servers = [] }: Description,
  operations: OperationReference[],
  mockCommand: string | undefined,
): string {
  const text = blocks([
    `# ${info.title} (${info.version})`,
    info.summary,
    deeper(info.description ?? '', 1),
    servers.length > 0 && '## Servers',
    servers.map(({ url, description = '' }) => `- <${url}> ${description}`.trim()).join('\n'),
    ...operations.map((operation) => markdownOperation(operation, mockCommand)),
  ]);
  return withoutHtml(text);
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
  const text = blocks([
    `# ${info.title}`,
    info.summary && `> ${info.summary}`,
    '## Reference',
    [
      '- [Reference as Markdown](index.md): everything in one file',
      '- [OpenAPI description (YAML)](openapi.yaml): what the reference is generated from',
      '- [OpenAPI description (JSON)](openapi.json)',
    ].join('\n'),
    '## Operations',
    operations
      .map((operation) => {
        const { name, method, path, lead } = operation;
        return `- [${name}](${addressOf(operation)}): \`${method} ${path}\`. ${oneLine(lead)}`;
      })
      .join('\n'),
  ]);
  return withoutHtml(text);
}

function markdownOperation(operation: OperationReference, mockCommand: string | undefined): string {
  const { name, method, path, lead, prose, requestBody, requestExample } = operation;
  return blocks([
    `## ${name}`,
    `\`${method} ${path}\``,
    operation.deprecated && 'Deprecated: do not use it in new code.',
    lead,
    deeper(prose, 2),
    ...section('### Request Parameters', fieldTable(operation.requestParameters)),
    requestBody &&
      `Body: \`${requestBody.mediaType}\`, ${requestBody.required ? 'required' : 'optional'}${requestBody.description && `. ${requestBody.description}.`}`,
    ...section('### Request', requestExample && fence(requestExample.text, requestExample.language)),
    ...operation.responseBodies.flatMap(({ status, name, mediaType, fields }) => [
      '### Response Parameters',
      `Body of ${status} ${name}: \`${mediaType}\``,
      fieldTable(fields.map((field) => ({ ...field, in: status }))),
    ]),
    ...operation.responseExamples.flatMap(({ status, text, language }) => [`### Response ${status}`, fence(text, language)]),
    '### Response Codes',
    table(
      ['Code', 'Name', 'Meaning'],
      operation.responses.map(({ status, name, meaning }) => [status, name, meaning]),
    ),
    ...section(
      '### Code Samples',
      blocks(operation.samples.flatMap(({ label, lang, source }) => [`#### ${label}`, fence(source, fenceLanguage(lang))])),
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
  return content ? [heading, sentence, content] : [];
}

function fieldTable(fields: OperationReference['requestParameters']): string {
  if (fields.length === 0) return '';
  return table(
    ['Name', 'In', 'Type', 'Required', 'Meaning'],
    fields.map(({ name, in: place, type, requirement, meaning }) => [
      `\`${name}\``,
      place,
      type,
      requirement || 'optional',
      meaning,
    ]),
  );
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.map((cell) => oneLine(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A block of code in a fence that is longer than any within it. */
function fence(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}${language === 'plain' ? '' : language}\n${text}\n${mark}`;
}

/** Moves the headings of Markdown down by some levels, so that they fit under a heading. */
function deeper(markdown: string, levels: number): string {
  let fenced = false;
  const lines = markdown
    .trim()
    .split('\n')
    .map((line) => {
      if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
      return !fenced && /^#{1,6} /.test(line) ? '#'.repeat(levels) + line : line;
    });
  return lines.join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

function blocks(parts: Array<string | undefined | false>): string {
  return `${parts
    .filter((part) => part)
    .map((part) => String(part).trim())
    .join('\n\n')}\n`;
}
