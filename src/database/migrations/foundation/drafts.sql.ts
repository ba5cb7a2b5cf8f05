export const draftTables = `
create table draft (
  id           uuid primary key,
  applicant_id uuid not null references applicant,
  procedure_id text not null references procedure,
  version_hash text not null references procedure_version,
  kind         text not null check (kind in ('application', 'correction')),
  -- The application that a correction draft answers for.
  corrects_id  uuid,
  state        text not null default 'open' check (state in ('open', 'submitted')),
  revision     int  not null default 0,
  -- Emptied at submission: from then on the submission alone holds the answers.
  answers      jsonb not null,
  prefilled    jsonb not null default '{}',
  subject      text,
  created_at   timestamptz not null default now(),
  saved_at     timestamptz not null default now(),
  check ((kind = 'correction') = (corrects_id is not null))
);
create index draft_of_applicant on draft (applicant_id, saved_at desc) where state = 'open';
create unique index draft_one_correction on draft (corrects_id) where state = 'open';

create table attachment (
  id             uuid primary key,
  draft_id       uuid not null references draft on delete cascade,
  -- Set when a submission refers to it; from then on officials may see it.
  application_id uuid,
  -- Dotted field path.
  field          text not null,
  name           text not null,
  media_type     text not null,
  bytes          int  not null,
  sha256         text not null,
  created_at     timestamptz not null default now()
);
create index attachment_of_draft on attachment (draft_id);
create index attachment_of_application on attachment (application_id) where application_id is not null;
`;
