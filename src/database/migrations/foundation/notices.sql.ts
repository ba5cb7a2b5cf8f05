export const noticeTables = `
create table notice (
  id              uuid primary key,
  application_id  uuid not null references application,
  kind            text not null check (kind in ('message', 'notice')),
  template        text not null,
  title           text not null,
  recipient_mail  text,
  -- Submission and event that it follows from: what it says is what was true then.
  submission_n    int  not null,
  event_seq       int  not null,
  context         jsonb not null,
  state           text not null default 'queued' check (state in ('queued', 'ready', 'sent', 'undeliverable')),
  document_number text,
  pdf_sha256      text,
  text            text,
  message_id      text,
  attempts        int  not null default 0,
  last_error      text,
  created_at      timestamptz not null,
  ready_at        timestamptz,
  sent_at         timestamptz,
  first_opened_at timestamptz
);
create index notice_of_application on notice (application_id, created_at);
create index notice_unfinished on notice (created_at) where state = 'queued';

create table outbox (
  id         uuid primary key,
  queue      text not null,
  name       text not null,
  subject_id uuid not null,
  created_at timestamptz not null default now()
);

create table number_counter (
  symbol      text not null,
  fiscal_year int  not null,
  value       int  not null,
  primary key (symbol, fiscal_year)
);
`;
