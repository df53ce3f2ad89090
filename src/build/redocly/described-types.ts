import { isObject, objectOf } from '../../description/json-value.js';
import type { Plugin } from '@redocly/openapi-core';

/**
 * Corrects Redocly's types, which reject or mishandle what OpenAPI allows. Redocly takes the scopes of the device flow for a
 * type that it does not know. It would read an example from another server, to which the docs only link. And of OpenAPI 3.2, it
 * takes a media type among the components for a map of media types, and does not know the style `cookie`.
 */
export const describedTypes: Plugin = {
  id: 'described-types',
  path: '',
  absolutePath: '',
  typeExtension: {
    oas3: (types) => {
      const { DeviceAuthorization: flow, Example: example, NamedMediaTypes: mediaTypes, Parameter: parameter } = types;
      const { style } = parameter?.properties ?? {};
      const examples = { properties: {}, additionalProperties: exampleType };
      return {
        ...types,
        ...(flow && {
          DeviceAuthorization: {
            ...flow,
            properties: { ...flow.properties, scopes: { properties: {}, additionalProperties: { type: 'string' } } },
          },
        }),
        // Only OpenAPI 3.2 has these components.
        ...(mediaTypes && {
          NamedMediaTypes: { ...mediaTypes, additionalProperties: 'MediaType' },
          ...(parameter &&
            isObject(style) &&
            'enum' in style && {
              Parameter: {
                ...parameter,
                properties: { ...parameter.properties, style: { ...style, enum: [...(style.enum ?? []), 'cookie'] } },
              },
            }),
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
