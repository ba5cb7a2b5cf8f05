import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Times of a visit that the applicant chooses from, and visits in calendars: each change of one has its number. */
export class VisitProposals1765000000301 implements MigrationInterface {
  readonly name = 'VisitProposals1765000000301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table visit_proposal (
  id             uuid primary key,
  application_id uuid not null references application,
  -- [{ "onDay", "fromTime", "toTime" }], in Japan.
  slots          jsonb not null,
  place          text not null,
  inspectors     uuid[] not null,
  note           text not null,
  staff_id       uuid not null references staff,
  proposed_at    timestamptz not null,
  state          text not null default 'open' check (state in ('open', 'chosen', 'none-fits', 'replaced')),
  -- Place among the slots, from 0.
  chosen         int,
  answered_at    timestamptz
);
create unique index visit_proposal_open on visit_proposal (application_id) where state = 'open';
create index visit_proposal_of_case on visit_proposal (application_id, proposed_at);

alter table visit add column revision int not null default 0;
alter table message_mail add column visit_id uuid references visit;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table message_mail drop column visit_id;
alter table visit drop column revision;
drop table visit_proposal;`);
  }
}
