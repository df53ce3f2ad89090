import { createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';
import type { Serializers } from '../types/description.js';
import { jsonValues } from './json-values.js';

const query = /* @__PURE__ */ createQuerySerializer();

/**
 * What writes the parameters of an operation with a date among them, where openapi-fetch writes them well but for a Date: of
 * an object it writes the members. Types ask for a text; programs without them pass a Date.
 */
export const dateSerializers: Serializers = {
  query: (values) => query(jsonValues(values)),
  path: (template, values) => defaultPathSerializer(template, jsonValues(values)),
  header: jsonValues,
};
