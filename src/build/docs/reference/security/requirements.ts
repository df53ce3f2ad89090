import { credentialPlace } from '../../../../description/authentication.js';
import type { DocumentedOperation } from '../../../../description/operations.js';
import type { SecurityRequirement } from '../../../../description/types.js';
import type { PlacedRow } from '../message/parameter.js';
import { isObject, listOf, objectOf } from '../../../../description/json-value.js';
import { follow, textOf, type Fields } from '../read.js';
import type { Reader } from '../reader.js';
import { codes, joined, type Words } from '../words.js';

/** The credentials that an operation requires. */
export interface SecurityReference {
  /** The alternatives on one line; empty when the rows already say everything. */
  words: Words;
  rows: PlacedRow[];
  /** The names of the security schemes. */
  names: string[];
}

/** Reads the security requirements of an operation. A request has to satisfy one of them, with all its schemes. */
export function securityOf({ description }: Reader, { operation, security }: DocumentedOperation): SecurityReference {
  const schemes = objectOf(objectOf(description.components).securitySchemes);
  const schemeOf = (name: string): Fields => follow(description, schemes[name]);
  const isDocumented = (name: string): boolean => Object.hasOwn(schemes, name);
  const { 'x-stated-security': stated = security } = operation.security ? operation : description;
  const all: SecurityRequirement[] = stated.filter((one) => isObject(one));
  const names = [...new Set(all.flatMap((one) => Object.keys(one)))];
  const placeOf = (name: string): string => {
    const place = isDocumented(name) ? credentialPlace(schemeOf(name)) : undefined;
    return place ? `${place.in} ${place.name}` : name;
  };
  // Several schemes may use the same header.
  const isRequired = (name: string): boolean =>
    all.every((one) => Object.keys(one).some((other) => placeOf(other) === placeOf(name)));
  const needsNothing = (one: unknown): boolean => Object.keys(objectOf(one)).length === 0;
  const isFree = all.every(needsNothing) && !listOf(description.security).every(needsNothing);
  const needNoWords = names.every((name) => schemeNeedsNoWords(schemeOf(name)));
  // Since OpenAPI 3.1, a requirement may name roles or scopes for any type of scheme.
  const isSimple = all.length <= 1 && needNoWords && all.every((one) => Object.values(one).flat().length === 0);
  const words = isFree ? ['none'] : isSimple ? [] : alternativeWords(all, isDocumented);
  const rows = names.filter(isDocumented).flatMap((name) => credentialRow(schemeOf(name), isRequired(name)));
  return { words, rows: distinct(rows), names };
}

/** Whether the row of the credential says everything about a scheme. */
function schemeNeedsNoWords(scheme: Fields): boolean {
  const { type, bearerFormat, deprecated } = scheme;
  return (type === 'apiKey' || type === 'http') && bearerFormat === undefined && deprecated === undefined && isShort(scheme);
}

/** Whether the description of a scheme is one paragraph. A longer one stands only once, in the section of the scheme. */
function isShort({ description }: Fields): boolean {
  return !textOf(description).trim().includes('\n\n');
}

function credentialRow(scheme: Fields, isRequired: boolean): PlacedRow[] {
  const place = credentialPlace(scheme);
  if (!place) return [];
  const row = { type: 'string', limits: [], title: '', values: [], details: [], in: place.in, name: place.name } as const;
  const limits: Words[] = [
    ...(scheme.type === 'http' ? [['HTTP authentication ', { code: textOf(scheme.scheme) }]] : []),
    ...(scheme.deprecated === true ? [['deprecated']] : []),
  ];
  const meaning = isShort(scheme) ? textOf(scheme.description) : '';
  return [{ ...row, values: [], details: [], limits, requirement: isRequired ? 'required' : '', meaning }];
}

/** Merges the rows of schemes that use the same header. What only one of them says stands in its section. */
function distinct(rows: PlacedRow[]): PlacedRow[] {
  const byPlace = new Map<string, PlacedRow>();
  for (const row of rows) {
    const key = `${row.in} ${row.name}`;
    const other = byPlace.get(key);
    const isSame = other === undefined || JSON.stringify(other) === JSON.stringify(row);
    byPlace.set(key, isSame ? row : { ...row, limits: [], meaning: '' });
  }
  return [...byPlace.values()];
}

function alternativeWords(all: SecurityRequirement[], isDocumented: (name: string) => boolean): Words {
  const ways = all.map((one) =>
    joined(
      Object.entries(one).map(([name, scopes]) =>
        isDocumented(name) ? schemeWords(name, scopes) : [{ code: name }, ' (not documented)'],
      ),
      ' and ',
    ),
  );
  const isOptional = ways.some((way) => way.length === 0);
  return joined([...ways, isOptional ? ['none'] : []], ', or ');
}

function schemeWords(name: string, scopes: unknown): Words {
  const named = listOf(scopes).map(textOf).filter(Boolean);
  const link = { href: `#security/${name}`, text: name };
  return named.length === 0 ? [link] : [link, ' (', ...codes(named), ')'];
}
