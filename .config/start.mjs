// One process for `npm start`: builds when needed, then becomes the server, so that a SIGTERM reaches it.
await import('./build-if-needed.mjs');
await import('../dist/server/main.js');
