import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { connectionOptions } from '../../src/database/connection.js';
import { Foundation1763700000000 } from '../../src/database/migrations/1763700000000-foundation.js';
import { ReviewCircuit1763800000000 } from '../../src/database/migrations/1763800000000-review-circuit.js';
import { Registration1763900000000 } from '../../src/database/migrations/1763900000000-registration.js';
import { Accounts1764000000000 } from '../../src/database/migrations/1764000000000-accounts.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  dataSource = await new DataSource({
    ...connectionOptions({
      url: database.url,
      poolSize: 2,
      statementTimeoutMs: 10_000,
      lockTimeoutMs: 1_000,
      idleInTransactionTimeoutMs: 10_000,
      applicationName: 'tetsuzuki test',
    }),
    migrations: [Foundation1763700000000, ReviewCircuit1763800000000, Registration1763900000000],
  }).initialize();
  await dataSource.runMigrations();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const applicant = '00000000-0000-7000-8000-000000000001';

it('who registered before accounts existed goes on with theirs, signed in as they were, and back again', async () => {
  await dataSource.query(`
    insert into applicant (id, kind, name, mail, mail_key, password_hash, profile, wants_news)
      values ('${applicant}', 'business', '浪速 花子', 'A@example.jp', 'a@example.jp', 'hash', '{"name": "浪速 花子"}', true);
    insert into session (id, applicant_id) values ('\\x01', '${applicant}');
    insert into registration (id, mail, mail_key, terms_version) values ('\\x02', 'b@example.jp', 'b@example.jp', '1');`);
  const runner = dataSource.createQueryRunner();
  const migration = new Accounts1764000000000();

  await migration.up(runner);
  const after = await dataSource.query<object[]>(
    `select c.mail, c.mail_key, c.password_hash, c.wants_news, a.name, a.profile, s.applicant_id,
       (select purpose from mail_proof) as purpose
     from session s join account c on c.id = s.account_id join applicant a on a.account_id = c.id`,
  );
  expect(after).toEqual([
    {
      mail: 'A@example.jp',
      mail_key: 'a@example.jp',
      password_hash: 'hash',
      wants_news: true,
      name: '浪速 花子',
      profile: { name: '浪速 花子' },
      applicant_id: applicant,
      purpose: 'registration',
    },
  ]);

  await dataSource.query(`
    insert into applicant (id, account_id, kind, name, profile)
      select '00000000-0000-7000-8000-000000000002', id, 'individual', '浪速 花子', '{}' from account;`);
  await migration.down(runner);
  const back = await dataSource.query<object[]>(
    'select mail, mail_key, password_hash, wants_news from applicant order by id',
  );
  expect(back[0]).toEqual({
    mail: 'A@example.jp',
    mail_key: 'a@example.jp',
    password_hash: 'hash',
    wants_news: true,
  });
  expect(back[1]).toMatchObject({ mail_key: 'none:00000000-0000-7000-8000-000000000002' });
  await runner.release();
});
