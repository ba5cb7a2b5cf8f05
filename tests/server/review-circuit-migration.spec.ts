import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { connectionOptions } from '../../src/database/connection.js';
import { migrate } from '../../src/database/migrate.js';
import { Foundation1763700000000 } from '../../src/database/migrations/1763700000000-foundation.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  dataSource = await new DataSource({
    ...connectionOptions({
      url: database.url,
      poolSize: 1,
      statementTimeoutMs: 10_000,
      lockTimeoutMs: 1_000,
      idleInTransactionTimeoutMs: 10_000,
      applicationName: 'tetsuzuki test',
    }),
    migrations: [Foundation1763700000000],
  }).initialize();
  await dataSource.runMigrations();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('an application that arrived before approvers and timers existed goes on with their beginnings', async () => {
  const state = { stage: 'first_review', enteredAt: '2026-11-02T01:00:00.000Z', dueOn: '2026-11-17' };
  await dataSource.query(`
    insert into procedure_version (hash, procedure_id, number, files, validators)
      values (repeat('0', 64), 'jitan-9', 1, '{}', '{}');
    insert into procedure (id, current_hash) values ('jitan-9', repeat('0', 64));
    insert into applicant (id, kind, name, mail, mail_key, password_hash, profile)
      values ('00000000-0000-7000-8000-000000000001', 'business', '浪速 花子', 'a@example.jp', 'a@example.jp', '', '{}');
    insert into draft (id, applicant_id, procedure_id, version_hash, kind, answers)
      values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'jitan-9',
        repeat('0', 64), 'application', '{}');`);
  await dataSource.query(
    `insert into application (id, number, procedure_id, version_hash, applicant_id, draft_id, subject, applicant_name,
       search_pairs, stage, stage_role, open, entered_at, state, submitted_at)
     values ('00000000-0000-7000-8000-000000000003', '0009-08-0000001-0', 'jitan-9', repeat('0', 64),
       '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', '店', '浪速 花子', '{}',
       'first_review', 'reviewer_1', true, now(), $1, now())`,
    [JSON.stringify(state)],
  );

  await migrate(database.url);

  const [row] = await dataSource.query<unknown[]>(
    'select state, stage_role, stage_roles, team, next_timer_at <= now() as "lookAtTimers" from application',
  );
  expect(row).toEqual({
    state: { ...state, approvals: [], team: null, timersFired: [], extendedDays: 0 },
    stage_role: 'reviewer_1',
    stage_roles: ['reviewer_1'],
    team: null,
    lookAtTimers: true,
  });
});
