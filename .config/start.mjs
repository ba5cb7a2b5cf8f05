// One process for `npm start`: builds when needed, then becomes the server, so that a SIGTERM reaches it.
import { buildIfNeeded } from './build-if-needed.mjs';

buildIfNeeded();
await import('../dist/server/main.js');
