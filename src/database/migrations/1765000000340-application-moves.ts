import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications under review that follow their procedure to a new version, where its plan says so. */
export class ApplicationMoves1765000000340 implements MigrationInterface {
  readonly name = 'ApplicationMoves1765000000340';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table application_move (
  id            uuid primary key,
  procedure_id  text not null references procedure,
  from_hash     text not null references procedure_version,
  to_hash       text not null references procedure_version,
  -- Who asked for the publication; null for the installation itself.
  by_id         uuid references staff,
  -- How many were under review when it began.
  total         int not null,
  state         text not null check (state in ('running', 'done', 'stopped', 'taking-back', 'taken-back')),
  begun_at      timestamptz not null,
  ended_at      timestamptz,
  back_by_id    uuid references staff,
  back_reason   text
);
create index application_move_of_procedure on application_move (procedure_id, begun_at desc);
create index application_move_open on application_move (begun_at) where state in ('running', 'taking-back');

create table application_move_item (
  move_id         uuid not null references application_move,
  application_id  uuid not null references application,
  outcome         text not null check (outcome in ('moved', 'asked', 'stays', 'back')),
  -- Why it stays, or why it was not taken back.
  reason          text,
  -- Of the application once it had moved: another one means that somebody has worked on it since.
  lock            int,
  -- The submission that was the latest then: those up to it are of the version before.
  submission_n    int not null,
  at              timestamptz not null,
  primary key (move_id, application_id)
);
create index application_move_item_of on application_move_item (application_id, at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table application_move_item; drop table application_move;');
  }
}
