import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { values } from './requests.js';

const require = createRequire(import.meta.url);
const converter = require('openapi-to-postmanv2');
const newman = require('newman');

/** Imports the description as Postman does, and runs the collection with newman. */
export default async function read({ mock, description }) {
  const data = await readFile(description, 'utf8');
  const byDefault = await run(mock, await convert(data, {}));
  const withExamples = await run(mock, await convert(data, { parametersResolution: 'Example' }));
  return { ...withExamples, byDefault };
}

function convert(data, options) {
  return new Promise((resolve, reject) => {
    converter.convertV2({ type: 'string', data }, options, (error, { result, reason, output } = {}) => {
      if (error || !result) reject(error ?? new Error(reason));
      else resolve(output[0].data);
    });
  });
}

function run(mock, collection) {
  const variable = [{ key: 'baseUrl', value: mock }];
  const environment = { values: [{ key: 'apiKey', value: values.authorization }] };
  return new Promise((resolve, reject) => {
    newman.run({ collection: { ...collection, variable }, environment, reporters: [] }, (error, summary) => {
      if (error) return reject(error);
      const [reset, validate, complete] = summary.run.executions.map(({ response, requestError }) =>
        String(response?.code ?? requestError?.message),
      );
      resolve({ reset, validate, complete });
    });
  });
}
