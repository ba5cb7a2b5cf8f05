import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of each mail at each of its recipients, what is to be done where one did not arrive, and reminders. */
export class Deliveries1765000000370 implements MigrationInterface {
  readonly name = 'Deliveries1765000000370';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table mail_sending (
  -- Id of the Message-ID: of the row that owed the mail.
  mail_id        uuid not null,
  -- The address in lower case.
  recipient_key  text not null,
  recipient      text not null,
  source         text not null,
  application_id uuid references application on delete cascade,
  state          text not null check (state in ('sent', 'delayed', 'delivered', 'bounced', 'complained')),
  -- RFC 3463, such as 5.1.1, or what our own mail server answered.
  status         text,
  sent_at        timestamptz not null,
  changed_at     timestamptz not null,
  primary key (mail_id, recipient_key)
);
create index mail_sending_of_application on mail_sending (application_id) where application_id is not null;
create index mail_sending_to_forget on mail_sending (sent_at) where application_id is null;
create index mail_sending_troubled on mail_sending (changed_at desc) where state in ('delayed', 'bounced', 'complained');

create table mail_trouble (
  recipient_key text primary key,
  kind          text not null check (kind in ('bounced', 'complained')),
  status        text,
  since         timestamptz not null,
  last_at       timestamptz not null
);

create table delivery_task (
  id             uuid primary key,
  application_id uuid not null references application on delete cascade,
  -- The document or mail that it began with.
  notice_id      uuid references notice on delete cascade,
  kind           text not null check (kind in ('bounced', 'complained', 'unopened')),
  recipient_key  text,
  made_at        timestamptz not null,
  settled_at     timestamptz,
  -- Null where it settled itself.
  settled_by     uuid references staff,
  outcome        text check (outcome in ('opened', 'cured', 'reached', 'again', 'by-post', 'left')),
  note           text,
  check ((settled_at is null) = (outcome is null))
);
create unique index delivery_task_open on delivery_task
  (application_id, kind, coalesce(recipient_key, ''), (case when kind = 'unopened' then notice_id end))
  nulls not distinct where settled_at is null;
create index delivery_task_of_application on delivery_task (application_id);

-- Documents and mails that leave on paper, too, although they are there to be read in the portal.
create table notice_by_post (
  notice_id uuid primary key references notice on delete cascade,
  reason    text not null check (reason in ('asked', 'bounced', 'unopened')),
  since     timestamptz not null
);

create table notice_reminder (
  id         uuid primary key,
  notice_id  uuid not null unique references notice on delete cascade,
  recipient  text not null,
  state      text not null default 'queued' check (state in ('queued', 'sent', 'undeliverable')),
  message_id text,
  attempts   int not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at    timestamptz
);
create index notice_reminder_unfinished on notice_reminder (created_at) where state = 'queued';

create index notice_unopened on notice (ready_at)
  where kind = 'notice' and pdf_sha256 is not null and first_opened_at is null;
create index notice_in_order on notice (recipient_mail, created_at, id) where state = 'queued' and kind = 'message';
create index message_mail_in_order on message_mail (recipient, created_at, id) where state = 'queued';

-- デジタル手続法7条: documents may come electronically to whoever has said so. Null: as the terms of use say that they agreed to.
alter table account add column notices_by text check (notices_by in ('portal', 'post'));
-- When they said so, and the version of the words that they said it to.
alter table account add column notices_chosen_at timestamptz;
alter table account add column notices_words text;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table account drop column notices_words, drop column notices_chosen_at, drop column notices_by;
drop index message_mail_in_order;
drop index notice_in_order;
drop index notice_unopened;
drop table notice_reminder, notice_by_post, delivery_task, mail_trouble, mail_sending`);
  }
}
