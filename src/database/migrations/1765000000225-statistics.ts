import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers about applications, kept up from their history; and the points of every request for correction. */
export class Statistics1765000000225 implements MigrationInterface {
  readonly name = 'Statistics1765000000225';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table correction_point (
  application_id uuid not null references application on delete cascade,
  -- Line of the history by which it was asked.
  seq            int  not null,
  n              int  not null,
  path           text not null,
  -- Code of the ready sentence that was used; null for words of one's own.
  reason         text,
  primary key (application_id, seq, n)
);

-- What an application adds to the counts now: by it, it is taken out of them before it is counted anew.
create table statistics_application (
  application_id uuid primary key references application on delete cascade,
  rows           jsonb not null
);

create table statistics_count (
  procedure_id text not null,
  kind         text not null,
  -- Civil date in Japan.
  day          date not null,
  key          text not null,
  -- Days, of what takes days; otherwise 0.
  bucket       int  not null,
  count        int  not null,
  primary key (procedure_id, kind, day, key, bucket)
);

create table statistics_draft (
  procedure_id text not null,
  page         text not null,
  count        int  not null,
  at           timestamptz not null,
  primary key (procedure_id, page)
);

-- Applications that something has happened to. Rows are only added, so that no step waits for who counts.
create table statistics_due (
  id             bigint generated always as identity primary key,
  application_id uuid not null
);
create function statistics_become_due() returns trigger language plpgsql as $$
begin
  insert into statistics_due (application_id) select distinct application_id from added;
  return null;
end $$;
create trigger application_event_is_counted after insert on application_event
  referencing new table as added for each statement execute function statistics_become_due();
insert into statistics_due (application_id) select id from application;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop trigger application_event_is_counted on application_event;
drop function statistics_become_due();
drop table statistics_due;
drop table statistics_draft;
drop table statistics_count;
drop table statistics_application;
drop table correction_point;`);
  }
}
