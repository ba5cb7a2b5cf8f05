import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/config/read-config.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type CuttableLine, openCuttableLine } from './support/cuttable-line.js';
import { Visitor } from './support/visitor.js';

describe('while the database is away', () => {
  let database: TestDatabase;
  let line: CuttableLine;
  let app: Awaited<ReturnType<typeof createApp>>;
  let person: Visitor;
  beforeAll(async () => {
    database = await createTestDatabase();
    line = await openCuttableLine(database.url);
    const config = readConfig({ DATABASE_URL: line.url, DEMO: 'true', LOG_LEVEL: 'silent', ROLE: 'web' });
    app = await createApp(config, { databaseUrl: line.url });
    person = new Visitor(app, config.http.publicUrl);
    await person.post('/api/session/applicant', { mail: 'naniwa@example.jp', password: 'tetsuzuki-demo' });
  });
  afterAll(async () => {
    await app.close();
    await line.close();
    await database.drop();
  });

  it('every request is told to try again instead of waiting for it, and works again afterwards', async () => {
    expect((await person.get('/api/drafts')).status).toBe(200);
    await line.cut();
    const answers = await Promise.all([
      person.get('/api/drafts'),
      person.get('/api/session'),
      person.post('/api/drafts', { procedureId: 'jitan-9' }),
      person.post('/api/session/applicant', { mail: 'naniwa@example.jp', password: 'tetsuzuki-demo' }),
      person.get('/readyz'),
    ]);
    for (const { status, body, headers } of answers) {
      expect([status, body.code, headers['retry-after']]).toEqual([503, 'unavailable', '2']);
    }
    expect((await person.get('/healthz')).status).toBe(200);
    await line.mend();
    expect((await person.get('/api/drafts')).status).toBe(200);
    expect((await person.get('/readyz')).status).toBe(200);
  });

  it('a table that somebody else holds for too long is the same', async () => {
    const holder = await holdDrafts(database.url);
    const answer = await person.post('/api/drafts', { procedureId: 'jitan-9' });
    expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
    await holder.release();
    expect((await person.post('/api/drafts', { procedureId: 'jitan-9' })).status).toBe(201);
  });
});

async function holdDrafts(url: string): Promise<{ release(): Promise<void> }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('begin');
  await client.query('lock table draft in access exclusive mode');
  return {
    async release() {
      await client.query('rollback');
      await client.end();
    },
  };
}
