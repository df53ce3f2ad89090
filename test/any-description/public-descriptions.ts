import { join } from 'node:path';
import { root } from '../support/command.js';

const vendored = (name: string): string => join(root, 'test/any-description/public', name);
const packaged = (name: string): string => join(root, 'node_modules', name);

/** Public descriptions of different makers; public/README.md names their sources and licences. */
export const publicDescriptions: Readonly<Record<string, string>> = {
  Blockfrost: packaged('@blockfrost/openapi/openapi.yaml'),
  Box: vendored('box.json'),
  'OpenAPI Initiative': vendored('openapi-initiative-tictactoe.yaml'),
  rclone: packaged('rclone-openapi/openapi.yaml'),
  ReadMe: packaged('@readme/oas-examples/3.0/yaml/star-trek.yaml'),
  Redocly: vendored('redocly-museum.yaml'),
  Scalar: packaged('@scalar/galaxy/dist/latest.yaml'),
  Swagger: vendored('swagger-petstore.yaml'),
  Twilio: vendored('twilio-bulk-exports.yaml'),
  Xero: vendored('xero-files.yaml'),
};

/** Redocly's own demo of what a description can hold: tags, webhooks, callbacks, discriminators. */
export const redocDemo: string = vendored('redoc-demo.yaml');
