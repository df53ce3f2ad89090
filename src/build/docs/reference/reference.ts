import { anchorOf } from './anchor.js';
import { documentedOperations } from '../../../description/operations.js';
import { resolve } from '../../../description/references/resolve.js';
import type { Description } from '../../../description/types.js';
import { externalDocs } from './external-docs.js';
import { operationReference, outgoing, type OperationReference } from './operation.js';
import { objectOf } from '../../../description/json-value.js';
import { membersOf, textOf } from './read.js';
import { Reader } from './reader.js';
import { schemesOf, type SchemeReference } from './security/schemes.js';
import { serversOf, type ServerReference } from './server.js';
import { tagsOf, type TagReference } from './tag.js';
import { detail, joined, type Detail, type Words } from './words.js';

export type { OperationReference } from './operation.js';

/** Everything that the docs say about a description, except the introduction, which is already Markdown. */
export interface Reference {
  /** License, terms of service, contact and external documentation. */
  about: Detail[];
  servers: ServerReference[];
  tags: TagReference[];
  schemes: SchemeReference[];
  operations: OperationReference[];
  /** Requests that the API sends to its clients. */
  webhooks: OperationReference[];
}

/** Reads a description for the docs. */
export function readReference(description: Description): Reference {
  const documented = documentedOperations(description);
  const anchor = (operationId: string): string => anchorOf('operation', operationId);
  const calls = documented.map(
    ({ operationId, summary }) => [operationId, { href: `#${anchor(operationId)}`, text: summary }] as const,
  );
  const reader = new Reader(description, new Map(calls));
  const operations = documented.map((one) => {
    const item = resolve(description, description.paths?.[one.path] ?? {});
    const place = {
      kind: 'operation' as const,
      path: one.path,
      item,
      documented: one,
      anchor: anchor(one.operationId),
    };
    return operationReference(reader, place);
  });
  return {
    about: aboutOf(description),
    servers: serversOf(description.servers),
    tags: tagsOf(description),
    schemes: schemesOf(
      reader,
      operations.map(({ security }) => security),
    ),
    operations,
    // Descriptions of OpenAPI 3.0 have webhooks only in an extension of Redoc.
    webhooks: membersOf(objectOf(description).webhooks ?? description['x-webhooks']).flatMap(([name, reference]) =>
      outgoing(reader, { kind: 'webhook', name, path: name, reference, anchor: anchorOf('webhook', name) }),
    ),
  };
}

/** Collects what the docs say about each operation, in the order of the description. */
export function operationReferences(description: Description): OperationReference[] {
  return readReference(description).operations;
}

function aboutOf(description: Description): Detail[] {
  const { contact, license, termsOfService } = objectOf(description.info);
  const { name, url, email } = objectOf(contact);
  const { name: licenseName, identifier, url: licenseUrl } = objectOf(license);
  const address = textOf(email);
  return [
    ...detail('License', licenseWords(textOf(licenseName), textOf(identifier), textOf(licenseUrl))),
    ...detail('Terms of service', linkTo(textOf(termsOfService))),
    ...detail(
      'Contact',
      joined([linkTo(textOf(url), textOf(name)), address === '' ? [] : [{ href: `mailto:${address}`, text: address }]], ', '),
    ),
    ...externalDocs(objectOf(description).externalDocs),
  ];
}

function licenseWords(name: string, identifier: string, url: string): Words {
  const named = linkTo(url, name || identifier);
  return identifier === '' || identifier === name ? named : [...named, ' (', { code: identifier }, ')'];
}

function linkTo(href: string, text: string = href): Words {
  if (href !== '') return [{ href, text: text || href }];
  return text === '' ? [] : [text];
}
