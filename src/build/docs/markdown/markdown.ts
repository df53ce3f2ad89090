import type { Description } from '../../../description/types.js';
import type { OperationReference } from '../reference/operation.js';
import type { Reference } from '../reference/reference.js';
import type { SchemeReference } from '../reference/security/schemes.js';
import { tellingTags, type TagReference } from '../reference/tag.js';
import { sections } from '../html/sections.js';
import { placesByName } from '../reference/place-names.js';
import { linked } from './links.js';
import { firstParagraph, markdownBlocks } from './print.js';
import { codeSpan, linkTo } from './text.js';
import { markdownOperation, serverLines } from './operation.js';
import { blocks, detailLines, plain, wordsMarkdown } from './words.js';

/** Renders the reference as Markdown, with everything that the page says, for readers and programs that want plain text. */
export function markdownReference({ info }: Description, reference: Reference, mockCommand: string | undefined): string {
  const { about, servers, schemes, operations, webhooks } = reference;
  const tags = tellingTags(reference);
  const text = blocks([
    `# ${plain(info.title)} (${plain(info.version)})`,
    info.summary && plain(info.summary),
    markdownBlocks(info.description ?? '', 2),
    servers.length > 0 && '## Servers',
    serverLines(servers),
    about.length > 0 && '## About',
    detailLines(about),
    schemes.length > 0 && '## Security schemes',
    ...schemes.map(scheme),
    tags.length > 0 && '## Tags',
    ...tags.map(tag),
    operations.some(({ mockExamples }) => mockExamples.length > 0) && `## Mock Examples\n\n${mockWords(mockCommand)}`,
    ...operations.map((operation) => markdownOperation(operation)),
    ...webhooks.map((webhook) => markdownOperation(webhook)),
  ]);
  const { sections: headed } = sections(info.description ?? '');
  return `${linked(text, placesByName(reference, headed, true))}\n`;
}

/**
 * Renders the index for language models (https://llmstxt.org). It lists the files and the operations, with links.
 *
 * @param addressOf Makes the address of an operation, relative to the published folder.
 */
export function llmsText(
  { info }: Description,
  { operations, webhooks }: Reference,
  addressOf: (operation: OperationReference) => string,
): string {
  const line = (operation: OperationReference): string => {
    const { name, method, path, description } = operation;
    const entry = `- ${linkTo(plain(name), addressOf(operation))}: ${codeSpan(`${method} ${path}`)}`;
    return [entry, firstParagraph(description)].filter(Boolean).join('. ');
  };
  const text = blocks([
    `# ${plain(info.title)}`,
    info.summary && `> ${plain(info.summary)}`,
    '## Reference',
    [
      '- [Reference as Markdown](index.md): everything in one file',
      '- [OpenAPI description (YAML)](openapi.yaml): what the reference is generated from',
      '- [OpenAPI description (JSON)](openapi.json)',
    ].join('\n'),
    '## Operations',
    operations.map(line).join('\n'),
    webhooks.length > 0 && '## Webhooks',
    webhooks.map(line).join('\n'),
  ]);
  return `${text}\n`;
}

function scheme({ name, kind, description, details }: SchemeReference): string {
  return blocks([`### ${plain(name)}`, wordsMarkdown(kind), markdownBlocks(description, 4), detailLines(details)]);
}

function tag({ name, title, description, details, parent }: TagReference): string {
  const names = [
    ...(title === name ? [] : [`- Tag: ${codeSpan(name)}`]),
    ...(parent === undefined ? [] : [`- Part of: ${codeSpan(parent)}`]),
  ];
  return blocks([
    `### ${plain(title)}`,
    markdownBlocks(description, 4),
    [...names, detailLines(details)].filter(Boolean).join('\n'),
  ]);
}

function mockWords(mockCommand: string | undefined): string {
  const words =
    'The mock server returns these responses for these inputs. They are test values of the mock, not behavior of the API.';
  return mockCommand ? `${words} Start it with \`${mockCommand}\`.` : words;
}
