import { objectOf } from '../../description/json-value.js';
import { InputError } from '../../command/input-error.js';
import { readYaml } from '../../reading/read-yaml.js';

/** Real values of a server, to send in place of the examples of the description. */
export interface Values {
  /** The real value by the example value that it replaces. */
  replace: Map<string, string>;
  /** The credential without its authentication scheme, by the name of the security scheme. */
  credentials: Map<string, string>;
  /** The reason to skip a response, by `operationId`, `operationId.example` or `operationId.status`. */
  skip: Map<string, string>;
}

/** No values: the examples are sent as they are. */
export const noValues: Values = { replace: new Map(), credentials: new Map(), skip: new Map() };

const sections = ['replace', 'credentials', 'skip'] as const;

/**
 * Reads a values file, YAML or JSON. `${NAME}` in a value is replaced by the environment variable NAME, so that the file need
 * not contain secrets.
 *
 * @throws InputError when the file cannot be read, has an unknown section or a value that is neither text nor a number, or
 *   names a variable that is not set.
 */
export async function readValues(path: string, environment: NodeJS.ProcessEnv = process.env): Promise<Values> {
  const document = await readYaml(path);
  const unknown = Object.keys(document).find((name) => !sections.some((section) => section === name));
  if (unknown !== undefined) throw new InputError(`${path} has a section "${unknown}": give only ${sections.join(', ')}.`);
  const read = (section: (typeof sections)[number]): Map<string, string> => {
    const values = objectOf(document)[section] ?? {};
    if (typeof values !== 'object' || Array.isArray(values))
      throw new InputError(`"${section}" in ${path} is no list of names and values: write "name: value".`);
    return new Map(Object.entries(values).map(([name, value]) => [name, text(value, `${section}: ${name}`)]));
  };
  const text = (value: unknown, place: string): string => {
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new InputError(`"${place}" in ${path} is no text: write it in quotes.`);
    return String(value).replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
      const found = environment[name];
      if (found === undefined) throw new InputError(`The environment variable ${name}, which ${path} names, is not set: set it.`);
      return found;
    });
  };
  return { replace: read('replace'), credentials: read('credentials'), skip: read('skip') };
}
