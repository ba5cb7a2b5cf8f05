import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What arrives on paper: its marks, its scans, and the letters that are owed instead of mails. */
export class Paper1765000000240 implements MigrationInterface {
  readonly name = 'Paper1765000000240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table application add column paper boolean not null default false;
create index application_on_paper on application (procedure_id, submitted_at desc) where paper;

create table paper_draft (
  draft_id    uuid primary key references draft on delete cascade,
  -- Who began, and who submitted it.
  staff_id    uuid not null references staff,
  keyed_by_id uuid references staff,
  arrived_on  date not null,
  brought     text not null check (brought in ('post', 'counter')),
  -- What the paper could not bring, each with the official's reason.
  set_aside   jsonb not null default '[]',
  begun_at    timestamptz not null default now()
);

create table desk_file (
  id             uuid primary key,
  paper_draft_id uuid references paper_draft on delete cascade,
  staff_id       uuid not null references staff,
  name           text not null,
  media_type     text not null,
  bytes          int not null,
  sha256         text not null,
  created_at     timestamptz not null default now()
);
create index desk_file_of_paper on desk_file (paper_draft_id) where paper_draft_id is not null;
create index desk_file_content on desk_file (sha256);

create table letter (
  notice_id      uuid primary key references notice,
  way            text not null check (way in ('post', 'counter', 'none')),
  handed_on      date not null,
  staff_id       uuid not null references staff,
  at             timestamptz not null default now()
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table letter; drop table desk_file; drop table paper_draft;
alter table application drop column paper;`);
  }
}
