import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-in by an outside identity provider. The account key is issuer and subject, never a mail address. */
export class Identity1764200000000 implements MigrationInterface {
  readonly name = 'Identity1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table account_identity (
  id           uuid primary key,
  account_id   uuid not null references account on delete cascade,
  issuer       text not null,
  subject      text not null,
  -- Name of the provider in the settings, when it was last used.
  provider     text not null,
  acr          text,
  -- The provider itself saw who it is.
  proven       boolean not null,
  -- What it said at the latest sign-in, in the words of our profiles.
  profile      jsonb not null,
  linked_at    timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  unique (issuer, subject)
);
create index account_identity_account on account_identity (account_id);

-- Somebody who was sent to a provider and is not back yet; for ten minutes.
create table identity_request (
  -- SHA-256 of the state.
  id            bytea primary key,
  -- SHA-256 of the cookie of the browser that was sent.
  browser       bytea not null,
  provider      text not null,
  nonce         text not null,
  code_verifier text not null,
  -- The account that is to be linked; null for a sign-in.
  account_id    uuid references account on delete cascade,
  next          text not null,
  created_at    timestamptz not null default now()
);
create index identity_request_age on identity_request (created_at);
create index identity_request_account on identity_request (account_id) where account_id is not null;

-- Somebody who came back and has no account yet; for an hour.
create table identity_arrival (
  -- SHA-256 of the cookie of the browser.
  id         bytea primary key,
  provider   text not null,
  issuer     text not null,
  subject    text not null,
  acr        text,
  proven     boolean not null,
  profile    jsonb not null,
  next       text not null,
  created_at timestamptz not null default now()
);
create index identity_arrival_age on identity_arrival (created_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table identity_arrival; drop table identity_request; drop table account_identity;`,
    );
  }
}
