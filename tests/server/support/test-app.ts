import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApp } from '../../../src/app.js';
import { readConfig } from '../../../src/config/read-config.js';
import { createTestDatabase } from '../../support/database.js';
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
 * @param prepare what is done to the database before the application opens it
 */
export async function startTestApp(
  env: Readonly<Record<string, string>> = {},
  prepare: (databaseUrl: string) => Promise<void> = async () => undefined,
): Promise<TestApp> {
  const database = await createTestDatabase();
  await prepare(database.url);
  const dataDir = mkdtempSync(join(tmpdir(), 'tetsuzuki-app-'));
  const config = readConfig({
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    DEMO: 'true',
    LOG_LEVEL: 'silent',
    ROLE: 'web',
    ...env,
  });
  const app = await createApp(config, { databaseUrl: database.url });
  const visitor = (): Visitor => new Visitor(app, config.http.publicUrl);
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
