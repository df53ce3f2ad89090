import type { ShownExample } from '../reference/message/example.js';
import { mockExampleTable } from '../reference/message/mock-examples.js';
import type { OperationReference } from '../reference/operation.js';
import { bodyStart, type ResponseReference } from '../reference/message/response.js';
import type { ServerReference } from '../reference/server.js';
import { bodyBlocks, fieldList } from './fields.js';
import { markdownBlocks, markdownLine } from './print.js';
import { codeSpan, fence } from './text.js';
import { blocks, detailLines, indented, plain, table, wordsMarkdown } from './words.js';

/**
 * Writes everything that the page says about an operation.
 *
 * @param level The level of its heading.
 */
export function markdownOperation(operation: OperationReference, level = 2): string {
  const below = (text: string): string => `${'#'.repeat(Math.min(level + 1, 6))} ${text}`;
  const { parameters, security, request, responses, callbacks, samples, mockExamples, panel, kind } = operation;
  const rows = [...security.rows, ...parameters];
  const telling = responses.filter(({ headers, bodies, links }) => headers.length + bodies.length + links.length > 0);
  return blocks([
    introduction(operation, level),
    (rows.length > 0 || request) && below(kind === 'operation' ? 'Request Parameters' : 'Request'),
    fieldList(rows),
    request?.description && markdownBlocks(request.description, level + 2),
    ...(request?.bodies.map((body) => bodyBlocks('Body', body, request.required ? 'required' : 'optional')) ?? []),
    (panel.head !== '' || panel.bodies.length > 0) && below('Request'),
    panel.head !== '' && fence(panel.head, 'http'),
    ...panel.bodies.map(example),
    telling.length > 0 && below('Response Parameters'),
    ...telling.map(responseBlocks),
    ...responses.flatMap(({ status, examples }) =>
      examples.length > 0 ? [below(`Response ${plain(status)}`), ...examples.map(example)] : [],
    ),
    responses.length > 0 && below(kind === 'operation' ? 'Response Codes' : 'What to answer'),
    responses.length > 0 &&
      table(
        ['Code', 'Name', 'Meaning'],
        responses.map((one) => [plain(one.status), plain(one.name), markdownLine(one.meaning)]),
      ),
    callbacks.length > 0 && below('Callbacks'),
    ...callbacks.map((one) => markdownOperation(one, level + 2)),
    samples.length > 0 && below('Code Samples'),
    ...samples.flatMap(({ label, lang, source }) => [`#${below(plain(label))}`, fence(source, fenceLanguage(lang))]),
    mockExamples.length > 0 && below('Mock Examples'),
    mockExampleTable(mockExamples),
  ]);
}

function introduction(operation: OperationReference, level: number): string {
  const { name, method, path, kind, deprecated, description, pathWords, details, servers, security, tags } = operation;
  return blocks([
    `${'#'.repeat(Math.min(level, 6))} ${plain(name)}`,
    codeSpan(`${method} ${path}`),
    kind === 'webhook' && 'Webhook: the API sends this request to you.',
    kind === 'callback' && 'Callback: the API sends this request to the address above.',
    deprecated && 'Deprecated: do not use it in new code.',
    markdownBlocks(description, level + 1),
    markdownBlocks(pathWords, level + 1),
    detailLines([
      ...details,
      ...(tags.length > 0 ? [{ label: 'Tags', words: [tags.join(', ')] }] : []),
      ...(security.words.length > 0 ? [{ label: 'Authentication', words: security.words }] : []),
    ]),
    serverLines(servers),
  ]);
}

/** Writes a line for each server, with its variables below it. */
export function serverLines(servers: ServerReference[]): string {
  return servers
    .map(({ url, name, description, variables }) => {
      const line = `- ${codeSpan(url)} ${[plain(name), markdownLine(description)].filter(Boolean).join(': ')}`.trim();
      return variables.length === 0 ? line : `${line}\n${indented(detailLines(variables))}`;
    })
    .join('\n');
}

function responseBlocks({ title: words, headers, bodies, links }: ResponseReference): string {
  const title = plain(words);
  return blocks([
    headers.length > 0 && `Headers of ${title}`,
    fieldList(headers),
    ...bodies.map((body) => bodyBlocks(bodyStart(body), body, '')),
    links.length > 0 && `Links of ${title}`,
    detailLines(links),
  ]);
}

function example({ label, words, text, language, href }: ShownExample): string {
  return blocks([
    label && `${plain(label)}:`,
    markdownBlocks(words, 6),
    text !== '' && fence(text, language),
    href !== undefined && wordsMarkdown([{ href, text: href }]),
  ]);
}

/** The language of a code sample for Markdown. In the description, curl and HTTPie commands have their own languages. */
function fenceLanguage(lang: string): string {
  return ['curl', 'httpie'].includes(lang.toLowerCase()) ? 'shell' : lang.toLowerCase();
}
