const token = "[\\w!#$%&'*+.^`|~-]+";

/** A parameter of a challenge, `name=value` with a value in quotes or without (RFC 9110, section 11.2). */
const parameter = new RegExp(`^${token}[ \\t]*=[ \\t]*(?:"(?:[^"\\\\]|\\\\.)*"|${token})$`);

/** The scheme that a challenge begins with, alone or with a space and its first parameter, or its token68. */
const beginning = new RegExp(`^(${token})(?:[ \\t]+.*)?$`, 's');

/**
 * The authentication schemes that a `WWW-Authenticate` field names, in lower case (RFC 9110, section 11.6.1). What stands
 * in a parameter, such as in the text of a realm, names none.
 *
 * @param field The field; several are joined with a comma.
 */
export function challengeSchemes(field: string): string[] {
  // A comma in quotes separates nothing.
  const elements = field.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? [];
  return elements
    .map((element) => element.trim())
    .filter((element) => element !== '' && !parameter.test(element))
    .flatMap((element) => beginning.exec(element)?.[1]?.toLowerCase() ?? []);
}
