import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Decisions that several must approve, timers, teams and substitutes. What stands in `state` of an application that
 * arrived before gets the beginnings of what is new; timers of open ones are looked at once, and then set right.
 */
export class ReviewCircuit1763800000000 implements MigrationInterface {
  readonly name = 'ReviewCircuit1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table application
  -- Every role whose turn it is. With one of them alone it stands in stage_role too, which the queues' indexes begin with.
  add column stage_roles   text[] not null default '{}',
  add column team          text,
  -- Midnight in Japan at which something happens by itself; null when nothing will.
  add column next_timer_at timestamptz;

update application set
  stage_roles = case when stage_role is null then '{}' else array[stage_role] end,
  next_timer_at = now(),
  state = '{"approvals": [], "team": null, "timersFired": [], "extendedDays": 0}'::jsonb || state;

create index application_several_roles on application (procedure_id, due_rank, id)
  where open and cardinality(stage_roles) > 1;
create index application_timer on application (next_timer_at) where next_timer_at is not null;

alter table application_event
  add column role         text,
  -- The absent colleague whose role was used (代決・代理).
  add column on_behalf_of text;

create table staff_absence (
  id            uuid primary key,
  staff_id      uuid not null references staff on delete cascade,
  substitute_id uuid not null references staff on delete cascade,
  -- Both days are included.
  from_on       date not null,
  to_on         date not null,
  created_at    timestamptz not null default now(),
  check (staff_id <> substitute_id),
  check (from_on <= to_on)
);
create index staff_absence_substitute on staff_absence (substitute_id, to_on);
create index staff_absence_staff on staff_absence (staff_id, to_on);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table staff_absence;
alter table application_event drop column role, drop column on_behalf_of;
alter table application drop column stage_roles, drop column team, drop column next_timer_at;
update application set state = state - '{approvals,team,timersFired,extendedDays}'::text[];`);
  }
}
