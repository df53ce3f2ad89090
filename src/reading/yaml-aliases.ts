import { createRequire } from 'node:module';
import { oversizeReason } from './size-limits.js';

/** A part of a YAML file, as the parser of Stoplight that also reads descriptions gives it. */
interface YamlNode {
  /** Of an alias the part that it stands for; of a pair its value. */
  value?: YamlNode | string;
  mappings?: YamlNode[];
  items?: YamlNode[];
  /** The name in an alias. */
  referencesAnchor?: string;
}

const require = createRequire(import.meta.url);
const ofParser = createRequire(require.resolve('@stoplight/json-schema-ref-parser'));

/**
 * Why the aliases of a YAML file must not be written out, which reading it does.
 *
 * @returns A sentence; `undefined` where they may be, there are none, or the file is no YAML.
 */
export function aliasesRefusal(text: string): string | undefined {
  // A file without anchors is not parsed twice.
  if (!/(?:^|[\s,[{])&[^\s,[\]{}]/.test(text)) return undefined;
  const { load } = createRequire(ofParser.resolve('@stoplight/yaml'))('@stoplight/yaml-ast-parser') as {
    load: (yaml: string) => YamlNode | undefined;
  };
  let file: YamlNode | undefined;
  try {
    file = load(text);
  } catch {
    return undefined;
  }
  return oversizeReason(file, partsOf);
}

function partsOf({ value, mappings, items, referencesAnchor }: YamlNode): unknown[] {
  if (referencesAnchor !== undefined) return typeof value === 'object' ? [value] : [];
  return mappings?.map((pair) => pair.value) ?? items ?? [];
}
