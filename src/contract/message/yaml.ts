import { CORE_SCHEMA, defineScalarTag, dump, intCoreTag, load, mergeTag, NOT_RESOLVED } from 'js-yaml';
import { largeInteger } from './json.js';

/** Integers of any length, as JSON is read: a `bigint` where a double cannot hold the digits. */
const integer = defineScalarTag<number | bigint>('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: intCoreTag.implicitFirstChars,
  resolve: (source, isExplicit, tagName) => {
    const value = intCoreTag.resolve(source, isExplicit, tagName);
    if (value === NOT_RESOLVED || Number.isSafeInteger(value)) return value;
    return largeInteger(source.replace(/^\+/, '')) ?? value;
  },
  identify: (value) => typeof value === 'bigint' || intCoreTag.identify(value),
  represent: String,
});

const schema = CORE_SCHEMA.withTags(mergeTag, integer);

/** Values that nest deeper are no file or body of a person. */
const maxDepth = 520;

/**
 * Reads one document of YAML 1.2.
 *
 * @param maxAliases How many aliases it may have: a few lines of them can stand for billions of values. Default: any number,
 *   for the reader that measures what they stand for.
 * @returns The value. What an alias stands for is the same object as that of its anchor.
 * @throws YAMLException with the place of the mistake.
 */
export function readYamlText(text: string, maxAliases: number = -1): unknown {
  return load(text, { schema, maxDepth, maxAliases });
}

/** Writes a value as YAML. */
export function writeYaml(value: unknown): string {
  return dump(value, { schema });
}
