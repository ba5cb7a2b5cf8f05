import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 委任: somebody lets an agent act for them in one procedure, or in one application, until a day. */
export class Mandates1764800000000 implements MigrationInterface {
  readonly name = 'Mandates1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table mandate (
  id              uuid primary key,
  principal_id    uuid not null references applicant on delete cascade,
  -- The address that was asked; whoever signs in by it may accept.
  agent_mail      text not null,
  agent_key       text not null,
  -- As whom the agent accepted.
  agent_id        uuid references applicant on delete cascade,
  procedure_id    text not null references procedure,
  -- Null for everything of the procedure.
  application_id  uuid references application,
  -- Title of the procedure when it was asked: {ja, en}.
  titles          jsonb not null,
  -- The last day, in Japan.
  ends_on         date not null,
  state           text not null default 'invited' check (state in ('invited', 'accepted', 'declined', 'revoked')),
  -- In which the principal and the agent are written to.
  language        text not null check (language in ('ja', 'en')),
  agent_language  text check (agent_language in ('ja', 'en')),
  invited_at      timestamptz not null default now(),
  answered_at     timestamptz,
  revoked_at      timestamptz,
  check (state <> 'accepted' or agent_id is not null),
  check ((state = 'revoked') = (revoked_at is not null))
);
create index mandate_of_principal on mandate (principal_id);
create index mandate_asked on mandate (agent_key) where state = 'invited';
create index mandate_of_agent on mandate (agent_id) where agent_id is not null;

-- For whom the account acts now; without a valid mandate it acts for itself.
alter table session add column mandate_id uuid references mandate on delete set null;
create index session_of_mandate on session (mandate_id) where mandate_id is not null;

-- Who did it in the applicant's name. A name, as it was: the mandate may be gone when the history is read.
alter table application_event add column agent_name text;
alter table message add column agent_name text;

alter table account_mail
  -- What the mail is about; without it there is nothing to say.
  add column mandate_id uuid references mandate on delete cascade,
  drop constraint account_mail_kind_check,
  add constraint account_mail_kind_check check (kind in ('code', 'registered', 'password-changed', 'mail-changed',
    'account-closed', 'mandate-offered', 'mandate-accepted', 'mandate-declined', 'mandate-ended')),
  add constraint account_mail_mandate_check check ((kind like 'mandate-%') = (mandate_id is not null));
create index account_mail_of_mandate on account_mail (mandate_id) where mandate_id is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
delete from outbox where subject_id in (select id from account_mail where kind like 'mandate-%');
delete from account_mail where kind like 'mandate-%';
alter table account_mail
  drop constraint account_mail_mandate_check,
  drop constraint account_mail_kind_check,
  add constraint account_mail_kind_check
    check (kind in ('code', 'registered', 'password-changed', 'mail-changed', 'account-closed')),
  drop column mandate_id;
alter table message drop column agent_name;
alter table application_event drop column agent_name;
alter table session drop column mandate_id;
drop table mandate;`);
  }
}
