import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApp } from '../../../src/app.js';
import { CONFIG, type Config } from '../../../src/config/config.js';
import { readConfig } from '../../../src/config/read-config.js';
import { createFilledDatabase, createTestDatabase } from '../../support/database.js';
import { Visitor } from './visitor.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly dataSource: DataSource;
  readonly dataDir: string;
  /** Somebody with a browser of their own, signed in as nobody. */
  visitor(): Visitor;
  /** Signed in, by the demo account's mail address or login name. */
  applicant(mail?: string): Promise<Visitor>;
  official(login: string): Promise<Visitor>;
  stop(): Promise<void>;
}

/**
 * The web application in this process, on a database of its own, with the demo's accounts.
 *
 * @param prepare what is done to the database before the application opens it for the first time
 */
export async function startTestApp(
  env: Readonly<Record<string, string>> = {},
  prepare?: (databaseUrl: string) => Promise<void>,
): Promise<TestApp> {
  const shipped = !prepare && env.PROCEDURES_DIR === undefined && env.DEMO === undefined;
  const database = shipped ? await createFilledDatabase('app', startOnce) : await createTestDatabase();
  await prepare?.(database.url);
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-app-'));
  const app = await openApp({ DATABASE_URL: database.url, DATA_DIR: dataDir, ...env });
  const visitor = (): Visitor => new Visitor(app, app.get<Config>(CONFIG).http.publicUrl);
  return {
    app,
    dataSource: app.get(DataSource),
    dataDir,
    visitor,
    async applicant(mail = 'naniwa@example.jp') {
      const person = visitor();
      await person.post('/api/session/applicant', { mail, password: 'tetsuzuki-demo' });
      return person;
    },
    async official(login) {
      const person = visitor();
      await person.post('/api/session/staff', { login, password: 'tetsuzuki-demo' });
      return person;
    },
    async stop() {
      await app.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function openApp(env: Readonly<Record<string, string>> & { readonly DATABASE_URL: string }) {
  const config = readConfig({ DEMO: 'true', LOG_LEVEL: 'silent', ROLE: 'web', ...env });
  return createApp(config, { databaseUrl: env.DATABASE_URL });
}

/** What ships is published and the demo's accounts are there. */
async function startOnce(databaseUrl: string, folder: string): Promise<void> {
  const app = await openApp({ DATABASE_URL: databaseUrl, DATA_DIR: folder });
  await app.close();
}
