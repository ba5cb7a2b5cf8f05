import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which masked answers an official has opened. */
export class OpenedAnswers1765000000040 implements MigrationInterface {
  readonly name = 'OpenedAnswers1765000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Paths of the questions: bank.account_no.
alter table reading add column opened text[] not null default '{}';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reading drop column opened;');
  }
}
