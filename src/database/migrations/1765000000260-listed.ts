import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists show and sort by, for open applications; what listed answers are found by, for all. */
export class Listed1765000000260 implements MigrationInterface {
  readonly name = 'Listed1765000000260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table application_listed (
  application_id uuid not null references application on delete cascade,
  -- Dotted path of the question: sales.payable.
  field          text not null,
  procedure_id   text not null,
  -- Text that sorts as the value does; empty where nothing was answered.
  sort           text collate "C" not null,
  value          jsonb not null,
  constraint application_listed_pkey primary key (application_id, field)
);
create index application_listed_sort on application_listed (procedure_id, field, sort, application_id);
-- Path of a listed question → its answer as search compares it.
alter table application_search add column listed jsonb not null default '{}';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table application_search drop column listed;
drop table application_listed;`);
  }
}
