import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payments through a bank: accounts that are paid from, batches, what is paid in them, files, and who did what. */
export class Payments1765000000200 implements MigrationInterface {
  readonly name = 'Payments1765000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create sequence payment_batch_number_seq;
create sequence payment_reference_seq maxvalue 9999999999;

create table payment_profile (
  id          uuid not null,
  -- Every change is a row of its own, which a second person puts in force.
  n           int  not null,
  state       text not null check (state in ('proposed', 'in_force', 'replaced', 'withdrawn', 'ended')),
  settings    jsonb not null,
  -- Takes the account out of use.
  ends        boolean not null default false,
  proposed_by uuid not null references staff,
  proposed_at timestamptz not null default now(),
  decided_by  uuid references staff,
  decided_at  timestamptz,
  primary key (id, n)
);
create unique index payment_profile_proposed on payment_profile (id) where state = 'proposed';
create unique index payment_profile_in_force on payment_profile (id) where state = 'in_force';

create table payment_batch (
  id           uuid primary key,
  number       int  not null unique,
  procedure_id text not null references procedure,
  state        text not null check (state in ('looking', 'draft', 'checked', 'released', 'exported', 'closed', 'cancelled')),
  -- The day on which the bank is to pay.
  pay_on       date not null,
  profile_id   uuid not null,
  -- The settings as they were released with, and so written with, for good.
  profile      jsonb,
  -- Of everything that is released: rows, day and settings.
  digest       text,
  created_by   uuid not null references staff,
  created_at   timestamptz not null default now(),
  checked_by   uuid references staff,
  released_by  uuid references staff,
  released_at  timestamptz
);
create index payment_batch_of_procedure on payment_batch (procedure_id, id desc);
create index payment_batch_under_way on payment_batch (id) where state in ('looking', 'exported');

create table payment (
  batch_id       uuid not null references payment_batch on delete cascade,
  n              int  not null,
  application_id uuid not null references application,
  applicant_id   uuid not null references applicant,
  -- By what the bank's answer names it.
  reference      bigint not null unique,
  state          text not null check (state in ('listed', 'ready', 'out', 'paid', 'failed')),
  -- As it was looked at.
  lock           int,
  amount         bigint,
  -- Bank, branch, type, number and holder of the account, encrypted.
  account        bytea,
  -- The same for the same account, and nothing else can be read from it.
  account_mark   text,
  new_code       text,
  digest         text,
  findings       jsonb not null default '[]',
  -- Why it was taken out: the code of what was found, or a person's words.
  out_reason     jsonb,
  -- What the bank says, and in whose name it is carried out.
  reported       jsonb,
  -- What became of that.
  outcome        jsonb,
  settled_on     date,
  primary key (batch_id, n)
);
-- Nobody is paid twice for one thing: while one is under way, the application is in no other batch.
create unique index payment_once on payment (application_id) where state in ('listed', 'ready');
create index payment_of_application on payment (application_id);
create index payment_of_applicant on payment (applicant_id) where state in ('ready', 'paid');
create index payment_of_account on payment (account_mark) where state in ('ready', 'paid');
create index payment_listed on payment (batch_id, n) where state = 'listed';
create index payment_reported on payment (batch_id, n) where state = 'ready' and reported is not null and outcome is null;

create table payment_file (
  batch_id uuid not null references payment_batch on delete cascade,
  part     int  not null,
  name     text not null,
  first_n  int  not null,
  last_n   int  not null,
  rows     int  not null,
  amount   bigint not null,
  bytes    int  not null,
  sha256   text not null,
  made_at  timestamptz not null default now(),
  primary key (batch_id, part)
);

create table payment_event (
  id       uuid primary key,
  batch_id uuid not null references payment_batch on delete cascade,
  at       timestamptz not null default clock_timestamp(),
  -- Null for what happened by itself.
  staff_id uuid references staff,
  action   text not null,
  detail   jsonb not null default '{}'
);
create index payment_event_of_batch on payment_event (batch_id, id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table payment_event; drop table payment_file; drop table payment; drop table payment_batch;
drop table payment_profile; drop sequence payment_reference_seq; drop sequence payment_batch_number_seq;`);
  }
}
