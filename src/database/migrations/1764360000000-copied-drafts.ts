import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft may begin with the answers of a former application. */
export class CopiedDrafts1764360000000 implements MigrationInterface {
  readonly name = 'CopiedDrafts1764360000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table draft add column copied_from_id uuid references application');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table draft drop column copied_from_id');
  }
}
