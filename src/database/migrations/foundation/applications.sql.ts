export const applicationTables = `
-- Gaps are allowed: a number is taken before the submission is known to be good.
create sequence application_number_seq;

create table application (
  id                uuid primary key,
  -- In byte order, so that an index finds what a number begins with.
  number            text collate "C" not null unique,
  procedure_id      text not null references procedure,
  version_hash      text not null references procedure_version,
  applicant_id      uuid not null references applicant,
  draft_id          uuid not null unique references draft,
  subject           text not null,
  applicant_name    text not null,
  -- Pairs of neighbouring characters of subject and applicant, for search alone.
  search_pairs      text[] not null,
  -- One living application per key; null where the procedure knows no such rule.
  once_key          text,
  -- False once refused, dismissed or withdrawn: the applicant may apply again.
  living            boolean not null default true,
  stage             text not null,
  stage_role        text,
  open              boolean not null,
  on_hold           boolean not null default false,
  due_on            date,
  -- Queues sort by it: keyset pagination cannot step over a null.
  due_rank          date not null generated always as (coalesce(due_on, date '9999-12-31')) stored,
  entered_at        timestamptz not null,
  assignee_id       uuid references staff,
  warnings_count    int  not null default 0,
  submission_count  int  not null default 1,
  event_count       int  not null default 0,
  correction_due_on date,
  lock              int  not null default 0,
  state             jsonb not null,
  submitted_at      timestamptz not null,
  closed_at         timestamptz
);
create index application_of_applicant on application (applicant_id, submitted_at desc, id desc);
create index application_open on application (procedure_id, due_rank, id) where open;
create index application_stage on application (procedure_id, stage, due_rank, id) where open;
create index application_unassigned on application (procedure_id, stage_role, due_rank, id)
  where open and assignee_id is null;
create index application_assignee on application (assignee_id, due_rank, id) where open and assignee_id is not null;
create index application_on_hold on application (procedure_id, due_rank, id) where open and on_hold;
create unique index application_once on application (procedure_id, once_key) where living and once_key is not null;
create index application_search on application using gin (search_pairs);

alter table draft add foreign key (corrects_id) references application;
alter table attachment add foreign key (application_id) references application;

create table submission (
  application_id uuid not null references application,
  n              int  not null,
  draft_id       uuid not null unique,
  answers        jsonb not null,
  warnings       jsonb not null,
  at             timestamptz not null,
  primary key (application_id, n)
);
create trigger submission_is_immutable before update or delete on submission
  for each row execute function refuse_change();

create table application_event (
  application_id uuid not null references application,
  seq            int  not null,
  at             timestamptz not null,
  type           text not null,
  from_stage     text,
  to_stage       text not null,
  action         text,
  actor_kind     text not null check (actor_kind in ('staff', 'applicant', 'system')),
  actor_id       text not null,
  reason         text,
  public_reason  text,
  primary key (application_id, seq)
);
create trigger application_event_is_append_only before update or delete on application_event
  for each row execute function refuse_change();
`;
