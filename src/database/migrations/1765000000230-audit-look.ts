import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit log is read by who did it, what was done and to what; and what came of verifying it is kept. */
export class AuditLook1765000000230 implements MigrationInterface {
  readonly name = 'AuditLook1765000000230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index audit_event_actor on audit_event ((body::jsonb #>> '{actor,id}'), id);
create index audit_event_subject on audit_event ((body::jsonb #>> '{subject,id}'), id);
create index audit_event_action on audit_event ((body::jsonb ->> 'action'), id);

create table audit_check (
  id     uuid primary key,
  at     timestamptz not null default clock_timestamp(),
  events int not null,
  seals  int not null,
  -- What is wrong, the first of them.
  faults jsonb not null
);
create index audit_check_latest on audit_check (at desc);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table audit_check;
drop index audit_event_action;
drop index audit_event_subject;
drop index audit_event_actor;`);
  }
}
