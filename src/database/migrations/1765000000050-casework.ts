import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officials do beside each other on one application: who is at it, what they found, what they note. */
export class Casework1765000000050 implements MigrationInterface {
  readonly name = 'Casework1765000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Says nothing that must outlive a crash.
create unlogged table case_presence (
  application_id uuid not null references application,
  staff_id       uuid not null references staff on delete cascade,
  since          timestamptz not null,
  seen_at        timestamptz not null,
  writing        boolean not null,
  primary key (application_id, staff_id)
);

create table field_annotation (
  application_id uuid not null references application,
  -- JSON Pointer with rows by their ids: /sales/rows/@k3Yx/amount.
  path           text not null,
  staff_id       uuid not null references staff,
  mark           text not null check (mark in ('checked', 'question', 'defect')),
  note           text not null,
  -- Of the answer it was said of.
  value_hash     text not null,
  at             timestamptz not null,
  primary key (application_id, path, staff_id)
);

create table reviewer_note (
  id             uuid primary key,
  application_id uuid not null references application,
  staff_id       uuid not null references staff,
  body           text not null,
  at             timestamptz not null
);
create index reviewer_note_of on reviewer_note (application_id, at);
create trigger reviewer_note_is_append_only before update or delete on reviewer_note
  for each row execute function refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reviewer_note; drop table field_annotation; drop table case_presence;');
  }
}
