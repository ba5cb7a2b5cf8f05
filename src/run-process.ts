import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from './config/config-error.js';
import { type Config, readConfig } from './config/read-config.js';
import { start } from './start.js';

/** `dist/ui` beside `dist/server`. */
const screens = join(dirname(dirname(fileURLToPath(import.meta.url))), 'ui');

/** Starts this process by its environment; what is wrong with that is said in words, anything else with its stack. */
export async function runProcess(change: (config: Config) => Config = (config) => config): Promise<void> {
  try {
    await start(change(readConfig(process.env)), screens);
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  }
}
