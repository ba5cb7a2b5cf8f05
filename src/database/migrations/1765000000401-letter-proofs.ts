import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a letter of a batch is drawn from, so that all can be read on paper before any leaves. */
export class LetterProofs1765000000401 implements MigrationInterface {
  readonly name = 'LetterProofs1765000000401';

  async up(runner: QueryRunner): Promise<void> {
    // Null: it cannot be written.
    await runner.query('alter table batch_letter add column drawn jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table batch_letter drop column drawn');
  }
}
