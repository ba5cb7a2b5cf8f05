import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a table that a batch began with: columns that nothing asks for, so that the screen can say so. */
export class BatchColumns1765000000310 implements MigrationInterface {
  readonly name = 'BatchColumns1765000000310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table batch add column unused_columns jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table batch drop column unused_columns');
  }
}
