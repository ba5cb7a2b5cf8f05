import { ConfigError } from '../config/config-error.js';
import { readConfig } from '../config/read-config.js';
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.js';
import { AskedWrongly } from './command.js';

/**
 * The database of this installation: the one of DATABASE_URL, or the bundled PostgreSQL with its data folder, which may
 * be in use meanwhile.
 */
export async function openDatabase(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const config = configured();
  if (config.database.url !== undefined) return { url: config.database.url, close: () => Promise.resolve() };
  const postgres = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    searchPath: config.database.searchPath,
    log: () => undefined,
  });
  return { url: postgres.url, close: () => postgres.stop() };
}

function configured() {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) throw new AskedWrongly([error.message, error.message]);
    throw error;
  }
}
