import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of procedures, how they are published, and who may write them. */
export class Builder1765000000330 implements MigrationInterface {
  readonly name = 'Builder1765000000330';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Writing a procedure lets nobody look at its applications.
create or replace view staff_role_in_force as
select staff_id, procedure_id, role from staff_role
where procedure_id <> '*' and role <> 'builder:author' and not awaited
  and (now() at time zone 'Asia/Tokyo')::date between coalesce(from_on, '-infinity') and coalesce(to_on, 'infinity');

create view author_role_in_force as
select staff_id, procedure_id from staff_role
where procedure_id <> '*' and role = 'builder:author' and not awaited
  and (now() at time zone 'Asia/Tokyo')::date between coalesce(from_on, '-infinity') and coalesce(to_on, 'infinity');

create or replace view office_role_in_force as
select staff_id, role from staff_role
where procedure_id = '*' and not awaited
  and (now() at time zone 'Asia/Tokyo')::date between coalesce(from_on, '-infinity') and coalesce(to_on, 'infinity')
union select staff_id, 'procedure_author' from author_role_in_force;

alter table procedure
  -- Whose draft it was published from; null for one that came as a folder.
  add column department_id uuid references department,
  -- What its folder held when it was last published from there: the same folder again undoes no later publication.
  add column folder_hash text,
  add column paused_at timestamptz,
  -- {"ja": …, "en": …}: what applicants read meanwhile.
  add column paused_text jsonb,
  add constraint procedure_paused check ((paused_at is null) = (paused_text is null));
update procedure set folder_hash = current_hash;

create table procedure_draft (
  id            uuid primary key,
  procedure_id  text not null,
  title         text not null,
  department_id uuid references department,
  revision      int not null default 1,
  -- The version in force when it was begun.
  base_hash     text references procedure_version,
  -- Null: the command line of the installation.
  created_by    uuid references staff,
  created_at    timestamptz not null,
  changed_by    uuid references staff,
  changed_at    timestamptz not null,
  removed_at    timestamptz
);
create index procedure_draft_procedure on procedure_draft (procedure_id);
create index procedure_draft_department on procedure_draft (department_id);
create index procedure_draft_removed on procedure_draft (removed_at) where removed_at is not null;

create table procedure_draft_file (
  draft_id   uuid not null references procedure_draft on delete cascade,
  path       text not null,
  -- Null: the file was removed by that revision.
  text       text,
  changed_in int not null,
  primary key (draft_id, path)
);

create table procedure_draft_change (
  draft_id   uuid not null references procedure_draft on delete cascade,
  revision   int not null,
  staff_id   uuid references staff,
  at         timestamptz not null,
  kind       text not null check (kind in ('begin', 'edit', 'restore')),
  -- In the author's words, or those of the screen: 「項目を追加」.
  words      text,
  operations jsonb,
  -- Path → text before; null where there was no such file.
  before     jsonb not null,
  primary key (draft_id, revision)
);

create table procedure_draft_presence (
  draft_id uuid not null references procedure_draft on delete cascade,
  staff_id uuid not null references staff on delete cascade,
  place    text not null,
  since    timestamptz not null,
  seen_at  timestamptz not null,
  primary key (draft_id, staff_id)
);

create table draft_validator (
  hash    text primary key,
  code    text not null,
  made_at timestamptz not null
);
create index draft_validator_age on draft_validator (made_at);

create table publication_request (
  id           uuid primary key,
  procedure_id text not null,
  draft_id     uuid references procedure_draft on delete set null,
  -- Title of the procedure as it will be.
  title        text not null,
  -- Hash of the files, which is the version's once it is published: what is agreed to is this and nothing else.
  hash         text not null,
  files        jsonb not null,
  base_hash    text,
  asked_by     uuid references staff,
  asked_at     timestamptz not null,
  -- Who changed the draft last: may not agree, like the one who asks.
  written_by   uuid references staff,
  note         text not null,
  needed       int not null check (needed >= 0),
  state        text not null check (state in ('asked', 'planned', 'published', 'declined', 'withdrawn', 'void', 'failed')),
  -- Null: as soon as it is agreed to.
  starts_at    timestamptz,
  ended_at     timestamptz,
  ended_by     uuid references staff,
  reason       text
);
create index publication_request_procedure on publication_request (procedure_id, id desc);
create unique index publication_request_open on publication_request (draft_id) where state in ('asked', 'planned');
create index publication_request_due on publication_request (starts_at) where state = 'planned';

create table publication_approval (
  request_id uuid not null references publication_request on delete cascade,
  staff_id   uuid not null references staff,
  at         timestamptz not null,
  primary key (request_id, staff_id)
);

create table procedure_release (
  id           uuid primary key,
  procedure_id text not null,
  hash         text not null references procedure_version,
  at           timestamptz not null,
  kind         text not null check (kind in ('folder', 'publication', 'roll-back')),
  by_id        uuid references staff,
  request_id   uuid references publication_request on delete set null,
  reason       text
);
create index procedure_release_procedure on procedure_release (procedure_id, id desc);
create index procedure_release_hash on procedure_release (hash);

create table form_preview (
  id         uuid primary key,
  draft_id   uuid not null references procedure_draft on delete cascade,
  -- SHA-256 of what stands in the link.
  token_hash bytea not null unique,
  made_by    uuid not null references staff,
  made_at    timestamptz not null,
  ends_at    timestamptz not null,
  revoked_at timestamptz
);
create index form_preview_draft on form_preview (draft_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table form_preview;
drop table procedure_release;
drop table publication_approval;
drop table publication_request;
drop table draft_validator;
drop table procedure_draft_presence;
drop table procedure_draft_change;
drop table procedure_draft_file;
drop table procedure_draft;
alter table procedure
  drop constraint procedure_paused,
  drop column paused_text,
  drop column paused_at,
  drop column folder_hash,
  drop column department_id;
create or replace view office_role_in_force as
select staff_id, role from staff_role
where procedure_id = '*' and not awaited
  and (now() at time zone 'Asia/Tokyo')::date between coalesce(from_on, '-infinity') and coalesce(to_on, 'infinity');
drop view author_role_in_force;
delete from staff_role where role in ('builder:author', 'author', 'department_author', 'publisher');
create or replace view staff_role_in_force as
select staff_id, procedure_id, role from staff_role
where procedure_id <> '*' and not awaited
  and (now() at time zone 'Asia/Tokyo')::date between coalesce(from_on, '-infinity') and coalesce(to_on, 'infinity');`);
  }
}
