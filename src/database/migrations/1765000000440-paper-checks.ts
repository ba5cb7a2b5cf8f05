import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 照合: what a second official keyed in from the same paper, and how what differed was settled. */
export class PaperChecks1765000000440 implements MigrationInterface {
  readonly name = 'PaperChecks1765000000440';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Who has had the answers before their eyes: none of them can key them in blind.
alter table paper_draft add column seen_by uuid[] not null default '{}';

create table paper_check (
  draft_id    uuid primary key references paper_draft on delete cascade,
  asked_by_id uuid not null references staff,
  asked_at    timestamptz not null default now(),
  -- Question → what the second official entered; null until then, and again once the paper is submitted.
  typed       jsonb,
  typed_by_id uuid references staff,
  typed_at    timestamptz,
  -- Questions on which the two differed; kept for good.
  differed    text[] not null default '{}',
  -- Question → the answer that holds; null until it is settled, and again once the paper is submitted.
  agreed        jsonb,
  settled_by_id uuid references staff,
  settled_at    timestamptz
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paper_check; alter table paper_draft drop column seen_by;');
  }
}
