import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 店舗台帳: the sites that somebody applies for again and again. The one site that stood in the profile becomes the first
 * entry of the list.
 */
export class Sites1764350000000 implements MigrationInterface {
  readonly name = 'Sites1764350000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table site (
  id           uuid primary key,
  applicant_id uuid not null references applicant on delete cascade,
  name         text not null,
  -- What site.… of a procedure reads. Emptied when removed.
  data         jsonb not null,
  created_at   timestamptz not null default now(),
  saved_at     timestamptz not null default now(),
  last_used_at timestamptz,
  -- Set instead of deleting the row where an application names it.
  removed_at   timestamptz
);
create index site_of_applicant on site (applicant_id) where removed_at is null;

alter table draft add column site_id uuid references site on delete set null;
create index draft_of_site on draft (site_id) where site_id is not null;
alter table application add column site_id uuid references site on delete set null;
create index application_of_site on application (site_id) where site_id is not null;

insert into site (id, applicant_id, name, data)
  select gen_random_uuid(), id, coalesce(profile #>> '{site,name}', ''), profile -> 'site' from applicant
  where jsonb_typeof(profile -> 'site') = 'object';
update applicant set profile = profile - 'site' where profile ? 'site';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
update applicant a set profile = a.profile || jsonb_build_object('site', s.data)
  from (select distinct on (applicant_id) applicant_id, data from site where removed_at is null
        order by applicant_id, coalesce(last_used_at, created_at) desc) s
  where s.applicant_id = a.id;
alter table application drop column site_id;
alter table draft drop column site_id;
drop table site;`);
  }
}
