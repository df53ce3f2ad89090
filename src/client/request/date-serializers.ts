import { createQuerySerializer } from 'openapi-fetch';
import type { Serializers } from '../types/description.js';
import { jsonValues } from './json-values.js';
import { expandPath } from './path.js';

const query = /* @__PURE__ */ createQuerySerializer();

/**
 * Serializers for an operation whose only special parameters are dates. openapi-fetch writes the members of an object, and a
 * Date has none. The types ask for a string, but plain JavaScript may pass a Date.
 */
export const dateSerializers: Serializers = {
  query: (values) => query(jsonValues(values)),
  path: (template, values) => expandPath(template, jsonValues(values)),
  header: jsonValues,
};
