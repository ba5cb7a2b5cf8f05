// A process that starts PostgreSQL, says where, and then only lives, so that a spec can kill it.
import { startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.js';

const postgres = await startEmbeddedPostgres({
  dataDir: process.argv[2] ?? '',
  durable: false,
  log: () => undefined,
});
process.stdout.write(`${JSON.stringify({ url: postgres.url, pid: postgres.pid })}\n`);
process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
