import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who signs in is one thing and as whom they apply another: an account has up to two applicants, one as a person and
 * one as a business. Codes by mail serve more than the registration. Accounts made before get the id of their applicant.
 */
export class Accounts1764000000000 implements MigrationInterface {
  readonly name = 'Accounts1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table account (
  id              uuid primary key,
  -- Mail is sent to the address as written; the key, in lower case, is how an account is found.
  mail            text not null,
  mail_key        text not null unique,
  -- argon2id. Null for an account that signs in elsewhere alone.
  password_hash   text,
  -- Null for accounts that were not made by registration.
  terms_version   text,
  terms_agreed_at timestamptz,
  -- Mails about news; important ones go to everybody.
  wants_news      boolean not null default false,
  created_at      timestamptz not null default now(),
  disabled_at     timestamptz
);
insert into account (id, mail, mail_key, password_hash, terms_version, terms_agreed_at, wants_news, created_at, disabled_at)
  select id, mail, mail_key, password_hash, terms_version, terms_agreed_at, wants_news, created_at, disabled_at
  from applicant;

alter table applicant
  -- Null once the account is closed: what was submitted stays with the office.
  add column account_id uuid references account on delete set null,
  -- When somebody last acted as this applicant; a sign-in goes on as the latest.
  add column worn_at    timestamptz not null default now();
update applicant set account_id = id, worn_at = created_at;
alter table applicant
  drop column mail, drop column mail_key, drop column password_hash, drop column terms_version,
  drop column terms_agreed_at, drop column wants_news, drop column disabled_at,
  add unique (account_id, kind);

alter table session
  add column account_id uuid references account on delete cascade,
  -- By which a person ends one of their sessions; the id itself comes from the cookie and is shown to nobody.
  add column handle     uuid not null unique default gen_random_uuid(),
  -- What the browser said of itself, cut short.
  add column user_agent text,
  drop constraint session_check;
update session set account_id = applicant_id;
alter table session
  add check (num_nonnulls(account_id, staff_id) = 1),
  add check ((account_id is null) = (applicant_id is null));
create index session_of_account on session (account_id) where account_id is not null;

alter table registration rename to mail_proof;
alter index registration_age rename to mail_proof_age;
alter table mail_proof
  add column purpose    text not null default 'registration'
    check (purpose in ('registration', 'password-reset', 'mail-change')),
  -- Whose address is to be changed.
  add column account_id uuid references account on delete cascade,
  alter column terms_version drop not null,
  alter column terms_agreed_at drop not null,
  alter column terms_agreed_at drop default,
  add check ((purpose = 'registration') = (terms_version is not null)),
  add check ((purpose = 'mail-change') = (account_id is not null));
alter table mail_proof alter column purpose drop default;
create unique index mail_proof_of_account on mail_proof (account_id) where account_id is not null;

alter table account_mail rename column registration_id to proof_id;
alter index account_mail_registration rename to account_mail_proof;
alter table account_mail
  drop constraint account_mail_kind_check,
  add check (kind in ('code', 'registered', 'password-changed', 'mail-changed', 'account-closed'));
create index account_mail_age on account_mail (created_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index account_mail_age;
delete from account_mail where kind not in ('code', 'registered');
alter table account_mail
  drop constraint account_mail_kind_check,
  add check (kind in ('code', 'registered'));
alter index account_mail_proof rename to account_mail_registration;
alter table account_mail rename column proof_id to registration_id;

delete from mail_proof where purpose <> 'registration';
alter table mail_proof
  drop column purpose, drop column account_id,
  alter column terms_version set not null,
  alter column terms_agreed_at set not null,
  alter column terms_agreed_at set default now();
alter index mail_proof_age rename to registration_age;
alter table mail_proof rename to registration;

delete from session where account_id is not null;
alter table session drop column account_id, drop column handle, drop column user_agent,
  add constraint session_check check (num_nonnulls(applicant_id, staff_id) = 1);

alter table applicant
  add column mail            text,
  add column mail_key        text,
  add column password_hash   text,
  add column terms_version   text,
  add column terms_agreed_at timestamptz,
  add column wants_news      boolean not null default false,
  add column disabled_at     timestamptz;
-- Of the two applicants of one account, the one made later gets an address that nobody can sign in with.
update applicant a set
  mail = coalesce(c.mail, ''), mail_key = case when a.id = first.id then c.mail_key else 'none:' || a.id end,
  password_hash = coalesce(c.password_hash, ''), terms_version = c.terms_version,
  terms_agreed_at = c.terms_agreed_at, wants_news = coalesce(c.wants_news, false), disabled_at = c.disabled_at
from applicant b
left join account c on c.id = b.account_id
left join lateral (select id from applicant where account_id = c.id order by created_at, id limit 1) first on true
where b.id = a.id;
alter table applicant
  drop column account_id, drop column worn_at,
  alter column mail set not null, alter column mail_key set not null, alter column password_hash set not null,
  add unique (mail_key);
drop table account;`);
  }
}
