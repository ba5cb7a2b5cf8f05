import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the work that goes on by itself is getting on, for administrators: the same for every kind of queue. */
export class Operations1765000000311 implements MigrationInterface {
  readonly name = 'Operations1765000000311';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table repeated_work (
  name      text primary key,
  pause_ms  int not null,
  last_at   timestamptz not null,
  ok_at     timestamptz,
  failed_at timestamptz,
  failure   text,
  -- Turns that failed one after the other; 0 after one that did not.
  failures  int not null default 0
);
create table queue_look (
  queue     text primary key,
  waiting   int not null,
  active    int not null,
  delayed   int not null,
  dead      int not null,
  oldest_at timestamptz,
  looked_at timestamptz not null
);
create table dead_job (
  job_id     text not null,
  queue      text not null,
  name       text not null,
  subject_id uuid not null,
  attempts   int not null,
  failed_at  timestamptz not null,
  failure    text not null,
  -- open: nobody has looked at it; wanted: to be run again; again: was given back to its queue; left: stays undone.
  state      text not null default 'open' check (state in ('open', 'wanted', 'again', 'left')),
  settled_by uuid references staff,
  settled_at timestamptz,
  reason     text,
  id         uuid primary key,
  constraint dead_job_once unique (queue, job_id)
);
create table failed_timer (
  application_id uuid primary key references application on delete cascade,
  since          timestamptz not null,
  last_at        timestamptz not null,
  failures       int not null,
  failure        text not null
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table failed_timer, dead_job, queue_look, repeated_work');
  }
}
