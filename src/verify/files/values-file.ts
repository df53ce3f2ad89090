import { objectOf } from '../../description/json-value.js';
import { InputError } from '../../command/input-error.js';
import { readYaml } from '../../reading/read-yaml.js';

/** What a server knows in place of the examples of the description. */
export interface Values {
  /** The value that is sent in place of an example value, by the example value. */
  replace: Map<string, string>;
  /** The credential without its authentication scheme, by the name of the security scheme. */
  credentials: Map<string, string>;
  /** Why a response is not asked for, by `operationId`, `operationId.example` or `operationId.status`. */
  skip: Map<string, string>;
}

/** The values of a walk that sends the examples as they are. */
export const noValues: Values = { replace: new Map(), credentials: new Map(), skip: new Map() };

const sections = ['replace', 'credentials', 'skip'] as const;

/**
 * Reads a file of values, YAML or JSON. `${NAME}` in a value of it stands for the environment variable NAME, so that the
 * file need not hold a secret.
 *
 * @throws InputError when the file cannot be read, has another section, a value that is no text, or names a variable that is not set.
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
