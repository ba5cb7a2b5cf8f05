import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applicants and officials write to each other about an application, with files. */
export class Messages1764500000000 implements MigrationInterface {
  readonly name = 'Messages1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table conversation (
  application_id uuid primary key references application,
  -- As in the application: lists of both sides are read through the indexes below.
  procedure_id   text not null references procedure,
  applicant_id   uuid not null references applicant,
  last_at        timestamptz not null,
  -- The applicant wrote last, and no official has answered or said that no answer is needed.
  awaits_reply   boolean not null,
  -- From then on the applicant cannot write; a message of the office opens it again.
  closed_at      timestamptz
);
create index conversation_of_applicant on conversation (applicant_id, last_at desc, application_id desc);
create index conversation_awaiting on conversation (procedure_id, application_id) where awaits_reply;

create table message (
  id             uuid primary key,
  application_id uuid not null references conversation,
  -- Given by the sender's screen: the same message sent again is the same message.
  key            uuid not null,
  side           text not null check (side in ('applicant', 'office')),
  -- The official who wrote it, and the department they wrote it for.
  staff_id       uuid references staff,
  department     text,
  body           text not null,
  at             timestamptz not null,
  -- When the other side first had it on the screen.
  read_at        timestamptz,
  unique (application_id, key),
  check ((side = 'office') = (staff_id is not null and department is not null))
);
create index message_of_application on message (application_id, at);
create index message_unread on message (application_id, side) where read_at is null;

create table message_file (
  id             uuid primary key,
  application_id uuid not null references application,
  -- Null until the message that it goes with is sent; nobody but its author sees it until then.
  message_id     uuid references message,
  author_id      uuid not null,
  name           text not null,
  media_type     text not null,
  bytes          int  not null,
  sha256         text not null,
  created_at     timestamptz not null default now()
);
create index message_file_of_application on message_file (application_id);

create table message_mail (
  id         uuid primary key,
  message_id uuid not null references message,
  recipient  text not null,
  state      text not null default 'queued' check (state in ('queued', 'sent', 'undeliverable')),
  mail_id    text,
  attempts   int  not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at    timestamptz
);
create index message_mail_of_message on message_mail (message_id);
create index message_mail_unfinished on message_mail (created_at) where state = 'queued';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
delete from outbox where name = 'deliver-message-mail';
drop table message_mail;
drop table message_file;
drop table message;
drop table conversation;`);
  }
}
