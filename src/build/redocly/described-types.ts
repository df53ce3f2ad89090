import { objectOf } from '../../description/json-value.js';
import type { Plugin } from '@redocly/openapi-core';

/**
 * Corrects two of Redocly's types, which reject or mishandle what OpenAPI allows. Redocly takes the scopes of the device flow
 * for a type that it does not know. And it would read an example from another server, to which the docs only link.
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
