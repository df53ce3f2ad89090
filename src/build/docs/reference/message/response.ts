import { responseName } from '../../../../description/response-name.js';
import { bodiesOf, type Body } from './body.js';
import { shownExamples, type ShownExample } from './example.js';
import { headerRows, type PlacedRow } from './parameter.js';
import { linksOf } from './link.js';
import { isObject, objectOf } from '../../../../description/json-value.js';
import { follow, membersOf, textOf } from '../read.js';
import type { Reader } from '../reader.js';
import type { Detail } from '../words.js';

/** Everything that the docs say about a response. */
export interface ResponseReference {
  status: string;
  name: string;
  /** Names the response in a heading: `200 OK`. */
  title: string;
  /** Markdown. */
  meaning: string;
  headers: PlacedRow[];
  bodies: Body[];
  links: Detail[];
  examples: ShownExample[];
}

/** Collects what the docs say about a response. */
export function responseReference(reader: Reader, status: string, reference: unknown): ResponseReference {
  const response = follow(reader.description, reference);
  const { summary, description, headers, content, links } = response;
  const media = Object.entries(objectOf(content));
  const named = responseName(status, response);
  const name = named === status ? '' : named;
  return {
    status,
    name,
    title: status === 'default' ? 'any other response' : `${status} ${name}`.trim(),
    meaning: [textOf(summary), textOf(description)].filter(Boolean).join('. '),
    headers: membersOf(headers)
      .filter(([, header]) => isObject(header))
      .flatMap(([name, header]) => headerRows(reader, name, header)),
    bodies: bodiesOf(reader, content, 'response'),
    links: linksOf(reader, links),
    examples: media.flatMap(([mediaType, one]) =>
      shownExamples(reader.shapes, mediaType, follow(reader.description, one), media.length === 1),
    ),
  };
}
