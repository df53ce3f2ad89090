import { objectOf } from '../../description/json-value.js';
import type { Plugin } from '@redocly/openapi-core';

/**
 * What OpenAPI allows and Redocly's own types stumble over: the scopes of the device flow, which Redocly takes for a type
 * that it does not know, and an example that stands on another server, which Redocly would read and the docs link to.
 */
export const describedTypes: Plugin = {
  id: 'described-types',
  path: '',
  absolutePath: '',
  typeExtension: {
    oas3: (types) => {
      const { DeviceAuthorization: flow, Example: example } = types;
      const examples = { properties: {}, additionalProperties: exampleType };
      return {
        ...types,
        ...(flow && {
          DeviceAuthorization: {
            ...flow,
            properties: { ...flow.properties, scopes: { properties: {}, additionalProperties: { type: 'string' } } },
          },
        }),
        ...(example && { ExampleElsewhere: example, ExamplesMap: examples, NamedExamples: examples }),
      };
    },
  },
};

function exampleType(value: unknown): string {
  const { externalValue } = objectOf(value);
  return typeof externalValue === 'string' && /^https?:/i.test(externalValue) ? 'ExampleElsewhere' : 'Example';
}
