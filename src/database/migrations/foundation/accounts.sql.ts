export const accountTables = `
create table applicant (
  id            uuid primary key,
  kind          text not null check (kind in ('individual', 'business')),
  name          text not null,
  mail          text not null,
  -- The address in lower case: how an account is found. The address as written is what mail is sent to.
  mail_key      text not null unique,
  password_hash text not null,
  profile       jsonb not null,
  created_at    timestamptz not null default now(),
  disabled_at   timestamptz
);

create table staff (
  id            uuid primary key,
  login         text not null unique,
  password_hash text not null,
  name          text not null,
  department    text not null,
  created_at    timestamptz not null default now(),
  disabled_at   timestamptz
);

create table staff_role (
  staff_id     uuid not null references staff on delete cascade,
  procedure_id text not null,
  role         text not null,
  primary key (staff_id, procedure_id, role)
);

create table session (
  -- SHA-256 of the cookie's value: who reads the table cannot take a session over.
  id           bytea primary key,
  applicant_id uuid references applicant on delete cascade,
  staff_id     uuid references staff on delete cascade,
  created_at   timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  check (num_nonnulls(applicant_id, staff_id) = 1)
);
create index session_age on session (created_at);

create table sign_in_attempt (
  id          uuid primary key,
  -- SHA-256 of kind and account name, so that a mistyped password in the name field is not kept.
  account_key bytea not null,
  address     text not null,
  at          timestamptz not null default now(),
  succeeded   boolean not null default false
);
create index sign_in_attempt_account on sign_in_attempt (account_key, at) where not succeeded;
create index sign_in_attempt_address on sign_in_attempt (address, at) where not succeeded;
create index sign_in_attempt_age on sign_in_attempt (at);
`;
