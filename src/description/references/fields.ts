/** Fields whose value is data: nothing in it is a reference, an id or an anchor. A list of `examples` is data, too. */
const data = new Set(['example', 'default', 'const', 'enum', 'value', 'dataValue']);

/** Fields whose value is a map: its keys are names that the author chose, not fields. */
const maps = new Set([
  ...['properties', 'patternProperties', 'dependentSchemas', 'dependencies', '$defs', 'definitions'],
  ...['schemas', 'responses', 'parameters', 'examples', 'requestBodies', 'headers', 'securitySchemes', 'links', 'callbacks'],
  ...['pathItems', 'mediaTypes', 'paths', 'webhooks', 'content', 'encoding', 'variables', 'additionalOperations'],
]);

/** Whether the value of a field of OpenAPI or JSON Schema is data. */
export function isData(field: string, value: unknown): boolean {
  return data.has(field) || (field === 'examples' && Array.isArray(value));
}

/** Whether the value of a field of OpenAPI or JSON Schema is a map. A list is none: `parameters` may be either. */
export function isMap(field: string, value: unknown): boolean {
  return maps.has(field) && !Array.isArray(value);
}
