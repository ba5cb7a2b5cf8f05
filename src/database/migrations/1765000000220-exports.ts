import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that officials take out of the house: what they ask for, how far it is, and which applications were in it. */
export class Exports1765000000220 implements MigrationInterface {
  readonly name = 'Exports1765000000220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table export_definition (
  id           uuid primary key,
  staff_id     uuid not null references staff on delete cascade,
  procedure_id text not null references procedure,
  title        text not null,
  -- Seen and used by everybody who may export the procedure.
  shared       boolean not null,
  content      jsonb not null,
  created_at   timestamptz not null default now(),
  constraint export_definition_title unique (staff_id, procedure_id, title)
);
create index export_definition_of_procedure on export_definition (procedure_id) where shared;

create table export (
  id           uuid primary key,
  staff_id     uuid not null references staff,
  procedure_id text not null references procedure,
  title        text not null,
  content      jsonb not null,
  language     text not null check (language in ('ja', 'en')),
  -- Of the official as they were when they asked for it.
  department   text not null,
  roles        text[] not null,
  state        text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'expired')),
  total        int,
  done         int not null default 0,
  -- Each time that somebody takes it up: who comes later writes nothing for who was thought to be lost.
  attempts     int not null default 0,
  claimed_at   timestamptz,
  -- Cells that could not be written as they are: { number, column, kind, text }.
  faults       jsonb not null default '[]',
  fault_count  int not null default 0,
  file_name    text,
  sha256       text,
  bytes        bigint,
  created_at   timestamptz not null default now(),
  finished_at  timestamptz
);
create index export_of_staff on export (staff_id, id);
create index export_under_way on export (id) where state in ('waiting', 'running');
create index export_kept on export (finished_at) where sha256 is not null;
create index export_sha256 on export (sha256) where sha256 is not null;
create trigger export_releases_its_file after update of sha256 or delete on export
  for each row when (old.sha256 is not null) execute function release_file();

create table exported_application (
  application_id uuid not null references application on delete cascade,
  export_id      uuid not null references export on delete cascade,
  at             timestamptz not null default clock_timestamp(),
  primary key (application_id, export_id)
);

create index application_arrived on application (procedure_id, submitted_at, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index application_arrived;
drop table exported_application;
drop table export;
drop table export_definition;`);
  }
}
