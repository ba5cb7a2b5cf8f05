import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from './config/config-error.js';
import { readConfig } from './config/read-config.js';
import { start } from './start.js';

/** `dist/ui` beside `dist/server`. */
const screens = join(dirname(dirname(fileURLToPath(import.meta.url))), 'ui');

try {
  await start(readConfig(process.env), screens);
} catch (error) {
  const message = error instanceof ConfigError ? error.message : error;
  console.error(message);
  process.exit(1);
}
