import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails of a draft that authors send to themselves, to see them as they arrive. */
export class TrialMails1765000000371 implements MigrationInterface {
  readonly name = 'TrialMails1765000000371';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table trial_mail (
  id         uuid primary key,
  staff_id   uuid not null references staff,
  recipient  text not null,
  subject    text not null,
  text       text not null,
  html       text not null,
  state      text not null default 'queued' check (state in ('queued', 'sent', 'undeliverable')),
  message_id text,
  attempts   int not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at    timestamptz
);
create index trial_mail_of_staff on trial_mail (staff_id, created_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table trial_mail');
  }
}
