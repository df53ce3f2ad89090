import { resolveIfPossible } from '../../description/references/resolve.js';
import { listedSchemas, namedSchemas } from '../../description/schemas/subschemas.js';
import type { Description, Schema, Xml } from '../../description/types.js';
import { writeJson } from '../../description/write-json.js';
import type { ContractMedia } from '../../contract/body/media.js';

/** The name of the root element when the schema has no name. Prism uses the same name. */
const unnamed = 'xml';

/**
 * Writes a value as XML, as the XML Objects of its schema require (OpenAPI 3.1.1, section 4.8.26). Without an `xml.name`, the
 * root element has the name of the component that the schema refers to.
 */
export function writeXml(value: unknown, contract: ContractMedia | undefined): string {
  if (!contract) return new Writer(undefined).element(unnamed, value, undefined);
  const { media, description } = contract;
  const [, component] = /^#\/components\/schemas\/([^/]+)$/.exec(media.schema?.$ref ?? '') ?? [];
  return new Writer(description).element(component ?? unnamed, value, media.schema);
}

class Writer {
  readonly #description: Description | undefined;

  constructor(description: Description | undefined) {
    this.#description = description;
  }

  /** Writes an element. For an array, it writes one element for each item, inside another element if the array is wrapped. */
  element(name: string, value: unknown, reference: Schema | undefined): string {
    const schema = this.#follow(reference);
    const { xml = {}, items } = schema;
    const own = xml.name ?? name;
    if (Array.isArray(value)) {
      const parts = value.map((item) => this.element(name, item, items)).join('');
      return isWrapped(xml) ? tag(xml, own, '', value.map((item) => this.element(own, item, items)).join('')) : parts;
    }
    if (xml.nodeType === 'text' || xml.nodeType === 'cdata') return escaped(value);
    if (typeof value !== 'object' || value === null) return tag(xml, own, '', escaped(value));
    const members = Object.entries(value).map(([key, member]: [string, unknown]) => {
      const property = this.#property(schema, key);
      return { key, member, property, own: this.#follow(property).xml ?? {} };
    });
    const attributes = members.filter(({ own: one }) => isAttribute(one));
    const text = attributes.map(({ key, member, own: one }) => ` ${qualified(one, one.name ?? key)}="${escaped(member)}"`);
    const inner = members
      .filter(({ own: one }) => !isAttribute(one))
      .map(({ key, member, property }) => this.element(key, member, property));
    return xml.nodeType === 'none' ? inner.join('') : tag(xml, own, text.join(''), inner.join(''));
  }

  #property(schema: Schema, name: string): Schema | undefined {
    const { allOf, anyOf, oneOf, additionalProperties } = schema;
    const properties = namedSchemas(schema.properties);
    if (Object.hasOwn(properties, name)) return properties[name];
    const parts = [allOf, anyOf, oneOf].flatMap(listedSchemas).map((part) => this.#property(this.#follow(part), name));
    return parts.find(Boolean) ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
  }

  #follow(schema: Schema | undefined): Schema {
    return (schema && this.#description && resolveIfPossible<Schema>(this.#description, schema)) ?? {};
  }
}

function isAttribute({ attribute, nodeType }: Xml): boolean {
  return attribute === true || nodeType === 'attribute';
}

function isWrapped({ wrapped, nodeType }: Xml): boolean {
  return wrapped === true || nodeType === 'element';
}

function tag(xml: Xml, name: string, attributes: string, content: string): string {
  const full = qualified(xml, name);
  const space = xml.namespace === undefined ? '' : ` xmlns${xml.prefix ? `:${xml.prefix}` : ''}="${escaped(xml.namespace)}"`;
  return `<${full}${space}${attributes}>${content}</${full}>`;
}

function qualified({ prefix }: Xml, name: string): string {
  return prefix ? `${prefix}:${name}` : name;
}

function escaped(value: unknown): string {
  const text = typeof value === 'string' ? value : value == null ? '' : writeJson(value);
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
