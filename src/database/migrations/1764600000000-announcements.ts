import type { MigrationInterface, QueryRunner } from 'typeorm';

/** News of the office, and what accounts want to hear about. */
export class Announcements1764600000000 implements MigrationInterface {
  readonly name = 'Announcements1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table announcement (
  id            uuid primary key,
  title         text not null,
  body          text not null,
  -- Null together: nobody translated it, and readers of English are told so.
  title_en      text,
  body_en       text,
  -- Goes to everybody by mail, whatever they chose.
  important     boolean not null default false,
  -- Null: for both.
  audience      text check (audience in ('individual', 'business')),
  category      text,
  procedure_id  text references procedure on delete set null,
  published_at  timestamptz not null default now(),
  -- From then on it is no longer shown.
  ends_at       timestamptz,
  -- The last account that was given its mail; null = none yet.
  spread_after  uuid,
  -- All who wanted it have their mail owed.
  spread_at     timestamptz,
  check ((title_en is null) = (body_en is null))
);
create index announcement_shown on announcement (published_at desc, id desc);
create index announcement_spreading on announcement (published_at) where spread_at is null;

create table announcement_mail (
  id              uuid primary key,
  announcement_id uuid not null references announcement on delete cascade,
  account_id      uuid not null references account on delete cascade,
  state           text not null default 'queued' check (state in ('queued', 'sent', 'undeliverable')),
  message_id      text,
  attempts        int not null default 0,
  last_error      text,
  created_at      timestamptz not null default now(),
  sent_at         timestamptz,
  unique (announcement_id, account_id)
);
create index announcement_mail_account on announcement_mail (account_id);
create index announcement_mail_unfinished on announcement_mail (created_at) where state = 'queued';

create table favourite (
  account_id uuid not null references account on delete cascade,
  kind       text not null check (kind in ('category', 'procedure')),
  -- The category's name, or the procedure's id.
  name       text not null,
  created_at timestamptz not null default now(),
  primary key (account_id, kind, name)
);
create index favourite_name on favourite (kind, name);

-- Stops the news of one account and can do nothing else: it stands in mails, which are read on.
alter table account add column stop_news_token uuid not null default gen_random_uuid();
create unique index account_stop_news_token on account (stop_news_token);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table account drop column stop_news_token;
drop table favourite;
drop table announcement_mail;
drop table announcement;`);
  }
}
