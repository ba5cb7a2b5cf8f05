import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 現地確認: visits, what was found at each, and photographs. */
export class Visits1765000000245 implements MigrationInterface {
  readonly name = 'Visits1765000000245';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table visit (
  id             uuid primary key,
  application_id uuid not null references application,
  on_day         date not null,
  from_time      text not null,
  to_time        text not null,
  place          text not null,
  inspectors     uuid[] not null,
  note           text not null,
  -- Place in the day's route.
  position       int not null default 0,
  state          text not null default 'planned' check (state in ('planned', 'done', 'cancelled')),
  -- As the workflow had it when the visit was planned.
  checklist      jsonb not null,
  staff_id       uuid not null references staff,
  planned_at     timestamptz not null,
  ended_at       timestamptz,
  ended_by_id    uuid references staff
);
create unique index visit_planned on visit (application_id) where state = 'planned';
create index visit_of_day on visit (on_day, position) where state <> 'cancelled';

create table visit_finding (
  visit_id uuid not null references visit,
  item     text not null,
  result   text not null check (result in ('conforming', 'fault', 'not-applicable')),
  note     text not null,
  -- Goes up with every change.
  version  int not null,
  staff_id uuid not null references staff,
  at       timestamptz not null,
  primary key (visit_id, item)
);

alter table desk_file add column visit_id uuid references visit, add column item text;
create index desk_file_of_visit on desk_file (visit_id) where visit_id is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table desk_file drop column visit_id, drop column item;
drop table visit_finding; drop table visit;`);
  }
}
