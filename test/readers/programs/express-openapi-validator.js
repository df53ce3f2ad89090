import express from 'express';
import * as validator from 'express-openapi-validator';
import { askHandler } from './requests.js';

/** Validates requests to an Express application. */
export default function read({ description }) {
  const app = express();
  app.use(express.json(), express.text());
  const handlers = { AuthToken: ({ headers }) => String(headers.authorization ?? '').startsWith('Token ') };
  app.use(validator.middleware({ apiSpec: description, ignoreServers: true, validateSecurity: { handlers } }));
  app.use(({ path }, response) => response.status(path.includes('reset-') ? 200 : 204).json({ reset_token: '' }));
  // Express recognizes an error handler by its four parameters.
  app.use(({ status = 500 }, _request, response, _next) => response.status(status).end());
  return askHandler(app);
}
