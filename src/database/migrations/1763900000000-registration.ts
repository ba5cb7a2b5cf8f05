import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applicants register themselves: what they agreed to, their registrations under way, and mails about accounts. */
export class Registration1763900000000 implements MigrationInterface {
  readonly name = 'Registration1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table applicant
  -- Null for accounts that were not made by registration.
  add column terms_version   text,
  add column terms_agreed_at timestamptz,
  -- Mails about news; important ones go to everybody.
  add column wants_news      boolean not null default false;

create table registration (
  -- SHA-256 of the cookie's value: who reads the table cannot go on with somebody's registration.
  id              bytea primary key,
  mail            text not null,
  mail_key        text not null,
  terms_version   text not null,
  terms_agreed_at timestamptz not null default now(),
  -- argon2id. Null while no code was sent, for an address that has an account, and once the code was used.
  code_hash       text,
  code_ends_at    timestamptz,
  tries           int not null default 0,
  confirmed_at    timestamptz,
  created_at      timestamptz not null default now()
);
create index registration_age on registration (created_at);

create table account_mail (
  id              uuid primary key,
  kind            text not null check (kind in ('code', 'registered')),
  recipient       text not null,
  recipient_key   text not null,
  -- Address of the caller who asked for it.
  asked_from      text not null,
  language        text not null check (language in ('ja', 'en')),
  registration_id bytea references registration on delete set null,
  state           text not null default 'queued' check (state in ('queued', 'sent', 'undeliverable')),
  message_id      text,
  attempts        int not null default 0,
  last_error      text,
  created_at      timestamptz not null default now(),
  sent_at         timestamptz
);
create index account_mail_recipient on account_mail (recipient_key, created_at) where kind = 'code';
create index account_mail_asked_from on account_mail (asked_from, created_at) where kind = 'code';
create index account_mail_unfinished on account_mail (created_at) where state = 'queued';
create index account_mail_registration on account_mail (registration_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table account_mail;
drop table registration;
alter table applicant drop column terms_version, drop column terms_agreed_at, drop column wants_news;`);
  }
}
