import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Many applications at once: the list, what is to be done with it, and what became of each. */
export class Batches1765000000120 implements MigrationInterface {
  readonly name = 'Batches1765000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table batch (
  id          uuid primary key,
  staff_id    uuid not null references staff,
  state       text not null check (state in ('open', 'checking', 'checked', 'waiting', 'running', 'done', 'cancelled')),
  -- What is to be done with all of them; null until it is said.
  work        jsonb,
  -- Not before this moment; until then nothing has happened, and it can be taken back.
  starts_at   timestamptz,
  created_at  timestamptz not null default now(),
  finished_at timestamptz
);
create index batch_of_staff on batch (staff_id, id desc);
create index batch_under_way on batch (id) where state in ('checking', 'waiting', 'running');

create table batch_row (
  batch_id       uuid not null references batch on delete cascade,
  n              int  not null,
  -- As it was listed.
  number         text not null,
  -- Null where there is no such application within reach.
  application_id uuid references application on delete set null,
  -- As the official saw it: who acts in between keeps it from being done.
  lock           int,
  -- What is said for this one alone: reasons, assignee.
  own            jsonb not null default '{}',
  -- What would become of it, and what became of it: the code and its params.
  forecast       jsonb,
  outcome        jsonb,
  done_at        timestamptz,
  primary key (batch_id, n)
);
create index batch_row_unforeseen on batch_row (batch_id, n) where forecast is null;
create index batch_row_undone on batch_row (batch_id, n) where outcome is null;
create index batch_row_of_application on batch_row (application_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table batch_row; drop table batch;');
  }
}
