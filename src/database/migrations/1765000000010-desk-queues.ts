import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Queues by team, of returned applications and in the order of arrival; notes of a hand-over; search in a table of its
 * own, so that a step of an application does not write its index again.
 */
export class DeskQueues1765000000010 implements MigrationInterface {
  readonly name = 'DeskQueues1765000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table application
  -- Came back to a stage that had it before, and nobody has sent it on since.
  add column returned boolean not null default false;
create index application_team on application (procedure_id, team, due_rank, id) where open and team is not null;
create index application_returned on application (procedure_id, due_rank, id) where open and returned;
create index application_open_arrived on application (procedure_id, submitted_at, id) where open;
create index application_stage_arrived on application (procedure_id, stage, submitted_at, id) where open;

-- What the one who hands a case over tells the next.
alter table application_event add column note text;

drop index application_search;
create table application_search (
  application_id uuid primary key references application on delete cascade,
  procedure_id   text not null,
  submitted_at   timestamptz not null,
  -- Names, readings, telephone numbers, addresses as search compares them, one a line.
  words          text not null,
  -- Pairs of neighbouring characters of them.
  pairs          text[] not null
);
insert into application_search (application_id, procedure_id, submitted_at, words, pairs)
select id, procedure_id, submitted_at,
  regexp_replace(lower(normalize(subject, NFKC)), '\\s', '', 'g') || E'\\n' ||
  regexp_replace(lower(normalize(applicant_name, NFKC)), '\\s', '', 'g'), search_pairs
from application;
create index application_by_pairs on application_search using gin (pairs);
-- What very many have is found faster from the newest on.
create index application_search_newest on application_search (procedure_id, submitted_at desc);
alter table application drop column search_pairs;

create table desk_view (
  id         uuid primary key,
  staff_id   uuid not null references staff on delete cascade,
  title      text not null,
  -- Queue, order and filters as the address of the list has them.
  place      jsonb not null,
  created_at timestamptz not null default now(),
  constraint desk_view_title unique (staff_id, title)
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table desk_view;
alter table application add column search_pairs text[];
update application a set search_pairs = s.pairs from application_search s where s.application_id = a.id;
update application set search_pairs = '{}' where search_pairs is null;
alter table application alter column search_pairs set not null;
drop table application_search;
create index application_search on application using gin (search_pairs);
alter table application_event drop column note;
drop index application_stage_arrived;
drop index application_open_arrived;
drop index application_returned;
drop index application_team;
alter table application drop column returned;`);
  }
}
