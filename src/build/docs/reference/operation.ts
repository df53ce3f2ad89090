import { anchorOf } from './anchor.js';
import { documentedOperation, pathOperations, type DocumentedOperation } from '../../../description/operations.js';
import type { CodeSample, Operation, PathItem } from '../../../description/types.js';
import { sampleRequest } from '../../../requests/sample-request.js';
import { externalDocs } from './external-docs.js';
import { mockExamples, type MockExample } from './message/mock-examples.js';
import { pageRequest, withoutImpossibleBody, type PageRequest } from './message/page-request.js';
import type { PlacedRow } from './message/parameter.js';
import { parametersOf, requestExamples, requestOf, type RequestReference } from './message/request.js';
import { isObject, listOf, objectOf } from '../../../description/json-value.js';
import { follow, membersOf, textOf } from './read.js';
import type { Reader } from './reader.js';
import { requestPanel, type RequestPanel } from './message/request-panel.js';
import { responsesOf, type ResponseReference } from './message/response.js';
import { securityOf, type SecurityReference } from './security/requirements.js';
import { serversOf, type ServerReference } from './server.js';
import { isSameText, type Detail } from './words.js';

/** Everything that the docs say about an operation. The page and the Markdown both show all of it. */
export interface OperationReference {
  /** Who sends the request: a client (`operation`) or the API (`webhook`, `callback`). */
  kind: 'operation' | 'webhook' | 'callback';
  operationId: string;
  /** The fragment of a link to the operation, without the `#`. */
  anchor: string;
  name: string;
  method: string;
  /** The path of an operation, the name of a webhook, or the expression of a callback. */
  path: string;
  deprecated: boolean;
  /** Markdown. */
  description: string;
  /** The summary and description of the path, which apply to all its operations. Markdown. */
  pathWords: string;
  details: Detail[];
  /** The first tag. It decides in which group the operation is. */
  tag: string | undefined;
  tags: string[];
  /** The servers of the operation itself or of its path; empty when it has none. */
  servers: ServerReference[];
  security: SecurityReference;
  parameters: PlacedRow[];
  request: RequestReference | undefined;
  responses: ResponseReference[];
  callbacks: OperationReference[];
  samples: CodeSample[];
  panel: RequestPanel;
  mockExamples: MockExample[];
  /** The request that the page sends to the mock server; `undefined` when there are not enough examples for a request. */
  sendable: PageRequest | undefined;
  /** Whether `sendable` leaves out the body, because a browser cannot send it. */
  isWithoutBody: boolean;
}

/** An operation, its place in the description, and who sends the request. */
export interface OperationPlace {
  kind: OperationReference['kind'];
  path: string;
  item: PathItem;
  documented: DocumentedOperation;
  anchor: string;
}

/** Collects what the docs say about an operation. */
export function operationReference(reader: Reader, { kind, path, item, documented, anchor }: OperationPlace): OperationReference {
  const { description } = reader;
  const { operation } = documented;
  // A request that the API sends has no code samples and no mock.
  const isCall = kind === 'operation';
  // The requirements of the whole description are for calls of the API.
  const isSecured = isCall || listOf(operation.security).length > 0;
  const sample = isCall ? sampleRequest(description, documented) : undefined;
  const sendable = sample && withoutImpossibleBody(sample, documented.requestBody?.required === true);
  const mocked = isCall ? mockExamples(description, documented) : [];
  const scenarios = new Set(mocked.map(({ scenario }) => scenario));
  const tags = [...new Set(listOf(operation.tags).filter((tag) => typeof tag === 'string'))];
  return {
    kind,
    operationId: documented.operationId,
    anchor,
    name: documented.summary,
    method: documented.method,
    path,
    deprecated: operation.deprecated === true,
    // Some authors repeat the summary as the description.
    description: isSameText(documented.description, documented.summary) ? '' : documented.description,
    pathWords: [textOf(item.summary), textOf(item.description)].filter(Boolean).join('\n\n'),
    details: externalDocs(objectOf(operation).externalDocs),
    tag: tags[0],
    tags,
    servers: JSON.stringify(documented.servers) === JSON.stringify(description.servers) ? [] : serversOf(documented.servers),
    security: isSecured ? securityOf(reader, documented) : { words: [], rows: [], names: [] },
    parameters: parametersOf(reader, operation, item, scenarios),
    request: requestOf(reader, operation),
    responses: responsesOf(reader, operation.responses),
    callbacks: callbacksOf(reader, operation, anchor),
    samples: (operation['x-codeSamples'] ?? []).map((sample) => ({ ...sample, label: sample.label || sample.lang })),
    panel: requestPanel(sample, requestExamples(reader, operation, scenarios)),
    mockExamples: mocked,
    sendable: sendable && pageRequest(sendable),
    isWithoutBody: sendable !== sample,
  };
}

/** The requests that the API sends while or after it handles this one (Callback Object). */
function callbacksOf(reader: Reader, operation: Operation, anchor: string): OperationReference[] {
  // A callback may refer to an operation that has this callback.
  if (reader.open.has(operation)) return [];
  reader.open.add(operation);
  const found = membersOf(objectOf(operation).callbacks).flatMap(([name, callback]) =>
    membersOf(follow(reader.description, callback))
      .filter(([expression]) => !expression.startsWith('x-'))
      .flatMap(([expression, reference]) =>
        outgoing(reader, { kind: 'callback', name, path: expression, reference, anchor: anchorOf(anchor, name) }),
      ),
  );
  reader.open.delete(operation);
  return found;
}

/** A Path Item Object with requests that the API sends. */
export interface Outgoing {
  kind: 'webhook' | 'callback';
  name: string;
  path: string;
  reference: unknown;
  anchor: string;
}

/** Collects what the docs say about requests that the API sends. */
export function outgoing(reader: Reader, { kind, name, path, reference, anchor }: Outgoing): OperationReference[] {
  const item = follow(reader.description, reference) as PathItem;
  return pathOperations(item)
    .filter(({ operation }) => isObject(operation))
    .map((one, index) => {
      const documented = documentedOperation(reader.description, path, item, one);
      const summary = textOf(one.operation.summary).trim() || name;
      // Clients do not call this operation by its operationId, so the id comes from the name. An id in HTML has no white space.
      const id = (index > 0 ? `${anchor}-${index + 1}` : anchor).replaceAll(/\s+/g, '-');
      const place = { kind, path, item, documented: { ...documented, operationId: id, summary }, anchor: id };
      const read = operationReference(reader, place);
      return kind === 'callback' ? { ...read, details: [{ label: 'Callback', words: [{ code: name }] }, ...read.details] } : read;
    });
}
