import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files come in pieces, without the place where they were taken, and go for good when no row names them any more. */
export class Uploads1764300000000 implements MigrationInterface {
  readonly name = 'Uploads1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table upload (
  -- Given by the browser.
  id            uuid primary key,
  draft_id      uuid not null references draft on delete cascade,
  field         text not null,
  name          text not null,
  bytes         int  not null check (bytes > 0),
  received      int  not null default 0 check (received between 0 and bytes),
  -- No reference: an attachment may be taken away again.
  attachment_id uuid,
  created_at    timestamptz not null default now(),
  touched_at    timestamptz not null default now()
);
create index upload_of_draft on upload (draft_id);
create index upload_age on upload (touched_at);

alter table attachment
  -- Civil time of the camera, 2026-05-01T10:20:30.
  add column taken_at        text,
  -- SHA-256 of what was sent, where the place was taken out of it.
  add column original_sha256 text,
  -- Number of the application that the file was taken over from.
  add column reused_from     text;
create index attachment_content on attachment (sha256);

-- Content that lost a row which named it: to be looked at, and thrown away if that was the last.
create table released_file (
  sha256 text primary key,
  at     timestamptz not null default clock_timestamp()
);
create function release_file() returns trigger language plpgsql as $$
begin
  insert into released_file (sha256) values (old.sha256)
    on conflict (sha256) do update set at = clock_timestamp();
  return null;
end $$;
create trigger attachment_releases_its_file after delete on attachment
  for each row execute function release_file();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop trigger attachment_releases_its_file on attachment;
drop function release_file();
drop table released_file;
drop index attachment_content;
alter table attachment drop column taken_at, drop column original_sha256, drop column reused_from;
drop table upload;`);
  }
}
