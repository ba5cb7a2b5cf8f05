import { createApp } from './app.js';
import type { Config } from './config/config.js';
import { migrate } from './database/migrate.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/start-embedded-postgres.js';
import { createWorker } from './worker-app.js';

/** What was started, in the order of its start; stopped the other way round. */
interface Part {
  readonly stop: () => Promise<unknown>;
}

/** Runs this process in its role until it is told to stop. */
export async function start(config: Config, screens: string): Promise<void> {
  const parts: Part[] = [];
  stopOnSignal(config, parts);
  try {
    const databaseUrl = await openDatabase(config, parts);
    await migrate(databaseUrl);
    if (config.role === 'worker') {
      const worker = await createWorker(config, databaseUrl);
      parts.push({ stop: () => worker.close() });
    } else {
      const app = await createApp(config, { databaseUrl, screens, demoData: true });
      parts.push({ stop: () => app.close() });
      await app.listen({ host: config.http.host, port: config.http.port });
      sayWhere(config);
    }
  } catch (error) {
    await stopAll(parts);
    throw error;
  }
}

async function openDatabase(config: Config, parts: Part[]): Promise<string> {
  if (config.database.url !== undefined) return config.database.url;
  const postgres: EmbeddedPostgres = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    searchPath: config.database.searchPath,
    log: (message) => console.error(message),
  });
  parts.push(postgres);
  return postgres.url;
}

/** A second signal does not wait any longer; neither does a stop that takes too long. */
function stopOnSignal(config: Config, parts: Part[]): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), config.shutdownMs).unref();
    await stopAll(parts);
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

async function stopAll(parts: Part[]): Promise<void> {
  for (const part of parts.splice(0).reverse()) {
    try {
      await part.stop();
    } catch (error) {
      console.error(error);
    }
  }
}

function sayWhere({ http, demo }: Config): void {
  const lines = [
    ['申請ポータル / Portal', `${http.publicUrl}/`],
    ['審査デスク / Desk', `${http.publicUrl}/desk`],
    ...(demo ? [['メールボックス / Mailbox', `${http.publicUrl}/mailbox`]] : []),
  ];
  console.log(lines.map(([name, address]) => `${name}: ${address}`).join('\n'));
}
