import { CORE_SCHEMA, defineScalarTag, dump, intCoreTag, load, mergeTag, NOT_RESOLVED } from 'js-yaml';
import { largeInteger } from './json.js';

/** Integers of any length, as in `readJson`: a `bigint` if a double cannot represent it exactly. */
const integer = defineScalarTag<number | bigint>('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: intCoreTag.implicitFirstChars,
  resolve: (source, isExplicit, tagName) => {
    const value = intCoreTag.resolve(source, isExplicit, tagName);
    if (value === NOT_RESOLVED || Number.isSafeInteger(value)) return value;
    return largeInteger(source.replace('+', '')) ?? value;
  },
  identify: (value) => typeof value === 'bigint' || intCoreTag.identify(value),
  represent: String,
});

const schema = CORE_SCHEMA.withTags(mergeTag, integer);

/** The maximum depth. No real file or body is nested deeper. */
const maxDepth = 520;

/**
 * Parses one document of YAML 1.2.
 *
 * @param maxAliases The maximum number of aliases: a few lines of them can expand to billions of values. Default: no limit, for
 *   a caller that checks the expanded size.
 * @returns The value. An alias is the same object as its anchor.
 * @throws YAMLException with the place of the error.
 */
export function readYamlText(text: string, maxAliases: number = -1): unknown {
  return load(text, { schema, maxDepth, maxAliases });
}

/** Writes a value as YAML. */
export function writeYaml(value: unknown): string {
  return dump(value, { schema });
}
