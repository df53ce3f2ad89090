import { styledParameter } from '../../description/parameters/styled-parameter.js';
import { parameterPairs } from '../../description/parameters/write.js';
import type { Parameter } from '../../description/types.js';
import { parseJson } from '../../contract/body/body.js';
import { fieldValue, isFieldName } from '../../contract/message/field.js';
import type { MockResponse } from '../../contract/message/response.js';
import type { ContractOperation } from '../../contract/operations.js';
import type { MadeOutput, PrismContent } from './prism/prism-types.js';
import { serialize } from './serialize.js';

/** Headers for the connection and the framing of the body. The code that sends the response sets them. */
const framing = ['connection', 'content-length', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'date'];

/** Writes the output of Prism as a response: its headers by their style, its body in its media type. */
export function writeResponse(
  { security, challenge }: ContractOperation,
  documented: Parameter[],
  { statusCode: status, headers, body, content }: MadeOutput & { content?: PrismContent },
): MockResponse {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    // A header has no value when it has no example and Prism cannot make one.
    if (value === null || value === undefined || !isFieldName(name) || framing.includes(name.toLowerCase())) continue;
    const text = headerText(documented.find((one) => one.name === name) ?? { name, in: 'header' }, value);
    if (text !== undefined) fields[name.toLowerCase()] = fieldValue(text);
  }
  const { 'content-type': mediaType = '', ...others } = fields;
  const serialized = serialize(body, mediaType, content?.media);
  return {
    status,
    headers: {
      ...(status === 401 && security.length > 0 && { 'www-authenticate': challenge }),
      ...others,
      ...(serialized && mediaType && { 'content-type': serialized.mediaType }),
    },
    body: serialized?.text,
  };
}

/** Serializes the value of a header. Arrays and objects use the style `simple`; a media type of JSON is written as JSON. */
function headerText(header: Parameter, value: unknown): string | undefined {
  const styled = styledParameter(header);
  // An example may be written as it is sent.
  if (typeof value === 'string' && (!styled.json || parseJson(value).violations.length === 0)) return value;
  const text = parameterPairs(styled, value)[0]?.[1];
  return text === '' ? undefined : text;
}
