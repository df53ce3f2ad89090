import { join } from 'node:path';
import { root } from '../support/command.js';

const vendored = (name: string): string => join(root, 'test/any-description/public', name);

/** Descriptions of different publishers. public/README.md names their sources and licences. */
export const publicDescriptions: Readonly<Record<string, string>> = {
  Blockfrost: vendored('blockfrost.yaml'),
  Box: vendored('box.json'),
  'OpenAPI Initiative': vendored('openapi-initiative-tictactoe.yaml'),
  rclone: vendored('rclone.yaml'),
  ReadMe: vendored('readme-star-trek.yaml'),
  Redocly: vendored('redocly-museum.yaml'),
  Scalar: vendored('scalar-galaxy.yaml'),
  Swagger: vendored('swagger-petstore.yaml'),
  Twilio: vendored('twilio-bulk-exports.yaml'),
  Xero: vendored('xero-files.yaml'),
};

/** Redocly's own demo, with tags, webhooks, callbacks and discriminators. */
export const redocDemo: string = vendored('redoc-demo.yaml');
