import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts go on when the next version of their procedure is published. */
export class DraftKeeping1764400000000 implements MigrationInterface {
  readonly name = 'DraftKeeping1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table draft
  -- What the last move to another version did, for its owner to read and to take back; emptied at submission.
  add column moved      jsonb,
  -- The version in force for which it was found that this draft keeps its own.
  add column pinned_for text references procedure_version;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table draft drop column moved, drop column pinned_for;');
  }
}
