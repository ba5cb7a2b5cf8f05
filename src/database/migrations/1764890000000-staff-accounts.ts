import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Departments and teams as rows, office roles, roles with a period and a second yes, one-time codes, and the history of
 * all that. The text that stood in `staff.department` becomes a department of that name.
 */
export class StaffAccounts1764890000000 implements MigrationInterface {
  readonly name = 'StaffAccounts1764890000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table department (
  id         uuid primary key,
  parent_id  uuid references department,
  name_ja    text not null,
  name_en    text not null,
  -- With the names of those above it: what people read. Written again whenever a department changes.
  full_ja    text not null,
  full_en    text not null,
  created_at timestamptz not null default now(),
  constraint department_name unique nulls not distinct (parent_id, name_ja)
);

create table team (
  id            uuid primary key,
  department_id uuid not null references department,
  name_ja       text not null,
  name_en       text not null,
  created_at    timestamptz not null default now(),
  constraint team_name unique (department_id, name_ja)
);

insert into department (id, name_ja, name_en, full_ja, full_en)
select gen_random_uuid(), name, name, name, name from (select distinct department as name from staff) d;

alter table staff
  add column department_id       uuid references department,
  add column mail                text,
  -- Set by an administrator, known to two people: it opens nothing but the choice of one's own.
  add column password_temporary  boolean not null default false,
  add column password_ends_at    timestamptz,
  add column last_sign_in_at     timestamptz,
  add column previous_sign_in_at timestamptz,
  add column disabled_reason     text,
  -- Raised by every change, so that two administrators do not overwrite each other.
  add column lock                int not null default 0;
update staff set department_id = d.id from department d where d.name_ja = staff.department;
alter table staff
  alter column department_id set not null,
  drop column department,
  add constraint staff_disabled_check check (disabled_reason is null or disabled_at is not null),
  add constraint staff_temporary_check check (password_temporary = (password_ends_at is not null));
create index staff_department on staff (department_id);

create table staff_team (
  staff_id uuid not null references staff on delete cascade,
  team_id  uuid not null references team on delete cascade,
  primary key (staff_id, team_id)
);
create index staff_team_team on staff_team (team_id);

-- A role for the whole office stands with the procedure '*', which no procedure can be called.
alter table staff_role
  -- The first and the last day, in Japan; both are included, null is open.
  add column from_on      date,
  add column to_on        date,
  -- Null for what came with the installation or from the command line.
  add column given_by     uuid references staff on delete set null,
  -- Roles that decide count once a second administrator has said yes.
  add column awaited      boolean not null default false,
  add column confirmed_by uuid references staff on delete set null,
  add constraint staff_role_period check (from_on <= to_on);

create view staff_role_in_force as
select staff_id, procedure_id, role from staff_role
where procedure_id <> '*' and not awaited
  and (now() at time zone 'Asia/Tokyo')::date between coalesce(from_on, '-infinity') and coalesce(to_on, 'infinity');

create view office_role_in_force as
select staff_id, role from staff_role
where procedure_id = '*' and not awaited
  and (now() at time zone 'Asia/Tokyo')::date between coalesce(from_on, '-infinity') and coalesce(to_on, 'infinity');

create table staff_change (
  id       uuid primary key,
  staff_id uuid not null references staff,
  -- Null for the command line.
  by_id    uuid references staff,
  at       timestamptz not null default now(),
  kind     text not null,
  detail   jsonb not null default '{}'
);
create index staff_change_staff on staff_change (staff_id, id desc);
create trigger staff_change_is_final before update or delete on staff_change
  for each row execute function refuse_change();

create table second_factor (
  staff_id  uuid primary key references staff on delete cascade,
  -- Encrypted; null while none is in use.
  secret    bytea,
  -- The next one, until a code shows that the device has it.
  pending   bytea,
  since     timestamptz,
  -- The step of 30 seconds whose code was taken last: an older one, or the same again, is refused.
  last_step int not null default 0,
  check ((secret is null) = (since is null))
);

create table recovery_code (
  staff_id uuid not null references staff on delete cascade,
  -- SHA-256 of 80 random bits.
  hash     bytea not null,
  used_at  timestamptz,
  primary key (staff_id, hash)
);

-- The code was right in this session.
alter table session add column code_proved boolean not null default false;
create index session_of_staff on session (staff_id) where staff_id is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index session_of_staff;
alter table session drop column code_proved;
drop table recovery_code;
drop table second_factor;
drop table staff_change;
drop view office_role_in_force;
drop view staff_role_in_force;
delete from staff_role where procedure_id = '*' or awaited;
alter table staff_role
  drop constraint staff_role_period,
  drop column confirmed_by,
  drop column awaited,
  drop column given_by,
  drop column to_on,
  drop column from_on;
drop table staff_team;
alter table staff add column department text;
update staff set department = d.full_ja from department d where d.id = staff.department_id;
drop index staff_department;
alter table staff
  alter column department set not null,
  drop constraint staff_temporary_check,
  drop constraint staff_disabled_check,
  drop column lock,
  drop column disabled_reason,
  drop column previous_sign_in_at,
  drop column last_sign_in_at,
  drop column password_ends_at,
  drop column password_temporary,
  drop column mail,
  drop column department_id;
drop table team;
drop table department;`);
  }
}
