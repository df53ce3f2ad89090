import { responseName } from '../../../../description/response-name.js';
import { bodiesOf, type Body } from './body.js';
import { shownExamples, type ShownExample } from './example.js';
import { headerRows, type PlacedRow } from './parameter.js';
import { linksOf } from './link.js';
import { isObject, objectOf } from '../../../../description/json-value.js';
import { follow, membersOf, textOf } from '../read.js';
import type { Reader } from '../reader.js';
import { plainText, sentence, type Detail } from '../words.js';

/** A body, and the responses that have it. */
export interface ResponseBody extends Body {
  /** The titles of the responses. */
  of: string[];
}

/** Everything that the docs say about a response. */
export interface ResponseReference {
  status: string;
  name: string;
  /** Names the response in a heading: `200 OK`. */
  title: string;
  /** Markdown. */
  meaning: string;
  headers: PlacedRow[];
  /** Without those that an earlier response has, too. */
  bodies: ResponseBody[];
  links: Detail[];
  examples: ShownExample[];
}

/** Collects what the docs say about the responses of an operation. */
export function responsesOf(reader: Reader, responses: unknown): ResponseReference[] {
  const all = membersOf(responses)
    .filter(([status]) => !status.startsWith('x-'))
    .map(([status, one]) => responseReference(reader, status, one));
  const known: ResponseBody[] = [];
  return all.map((response) => {
    const bodies = response.bodies.filter((body) => {
      const same = known.find((one) => isSame(one, body));
      if (same) same.of.push(response.title);
      else known.push(body);
      return !same;
    });
    return { ...response, bodies };
  });
}

/** Whether the docs say the same about two bodies. Schemas that are the same have the same list of rows. */
function isSame({ rows, of, ...one }: ResponseBody, { rows: otherRows, of: _, ...other }: ResponseBody): boolean {
  const hasSameRows =
    rows === otherRows || (rows.length === otherRows.length && JSON.stringify(rows) === JSON.stringify(otherRows));
  return hasSameRows && JSON.stringify(one) === JSON.stringify(other);
}

function responseReference(reader: Reader, status: string, reference: unknown): ResponseReference {
  const response = follow(reader.description, reference);
  const { summary, description, headers, content, links } = response;
  const media = Object.entries(objectOf(content));
  const named = responseName(status, response);
  const name = named === status ? '' : named;
  const title = status === 'default' ? 'any other response' : `${status} ${name}`.trim();
  return {
    status,
    name,
    title,
    meaning: [textOf(summary), textOf(description)].filter(Boolean).join('. '),
    headers: membersOf(headers)
      .filter(([, header]) => isObject(header))
      .flatMap(([name, header]) => headerRows(reader, name, header)),
    bodies: bodiesOf(reader, content, 'response').map((body) => ({ ...body, of: [title] })),
    links: linksOf(reader, links),
    examples: media.flatMap(([mediaType, one]) =>
      shownExamples(reader.shapes, mediaType, follow(reader.description, one), media.length === 1),
    ),
  };
}

/** The heading of a body: `Body of 200 OK and 201 Created`. */
export function bodyStart({ of }: ResponseBody): string {
  return `Body of ${plainText(sentence(of, 'and'))}`;
}
