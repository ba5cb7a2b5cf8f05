import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accountTables } from './foundation/accounts.sql.js';
import { applicationTables } from './foundation/applications.sql.js';
import { draftTables } from './foundation/drafts.sql.js';
import { noticeTables } from './foundation/notices.sql.js';
import { procedureTables } from './foundation/procedures.sql.js';

/** The first schema: people, procedures, drafts, applications, notices. Forward only. */
export class Foundation1763700000000 implements MigrationInterface {
  readonly name = 'Foundation1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [accountTables, procedureTables, draftTables, applicationTables, noticeTables]) {
      await runner.query(sql);
    }
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: drop the database instead.');
  }
}
