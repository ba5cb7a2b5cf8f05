import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Announcements that officials write, a second person approves, and that can be held, corrected and taken back. */
export class NewsDesk1765000000380 implements MigrationInterface {
  readonly name = 'NewsDesk1765000000380';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table announcement
  alter column published_at drop not null,
  alter column published_at drop default,
  add column state text not null default 'published'
    check (state in ('draft', 'asked', 'planned', 'published', 'withdrawn')),
  -- Whose mail it is, beside the audience: see recipients.ts.
  add column target jsonb not null default '{}',
  -- Counts what was changed while it was a draft.
  add column revision int not null default 1,
  -- Null: as soon as it is approved.
  add column starts_at timestamptz,
  add column written_by uuid references staff,
  add column written_at timestamptz,
  -- Of the content that was handed to a second person.
  add column digest text,
  add column approved_by uuid references staff,
  add column approved_at timestamptz,
  -- How many mails it was to be when it was published.
  add column expected int,
  -- Its mails wait.
  add column paused_at timestamptz,
  -- No further mail of it leaves; it is shown all the same.
  add column mails_stopped_at timestamptz,
  -- When the last block of mails was owed: one that has stopped moving was lost.
  add column spread_moved_at timestamptz,
  add column withdrawn_at timestamptz,
  add column withdrawn_note text,
  add constraint announcement_published check ((state in ('published', 'withdrawn')) = (published_at is not null)),
  add constraint announcement_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null));
update announcement set target = jsonb_build_object('everybody', important, 'favourites', not important);
create index announcement_planned on announcement (starts_at) where state = 'planned';
create index announcement_unpublished on announcement (written_at desc) where published_at is null;
create index announcement_mail_counted on announcement_mail (announcement_id, state);

create table announcement_correction (
  id              uuid primary key,
  announcement_id uuid not null references announcement on delete cascade,
  -- As it is to read.
  title           text not null,
  body            text not null,
  title_en        text,
  body_en         text,
  -- What was wrong, for readers.
  note            text not null,
  -- As it read before.
  was             jsonb,
  state           text not null default 'asked' check (state in ('asked', 'made', 'declined')),
  digest          text not null,
  asked_by        uuid not null references staff,
  asked_at        timestamptz not null,
  decided_by      uuid references staff,
  decided_at      timestamptz,
  check ((title_en is null) = (body_en is null)),
  check ((state = 'made') = (was is not null))
);
create index announcement_correction_of on announcement_correction (announcement_id, asked_at);
create unique index announcement_correction_open on announcement_correction (announcement_id) where state = 'asked';

create table announcement_event (
  id              uuid primary key,
  announcement_id uuid not null references announcement on delete cascade,
  action          text not null,
  staff_id        uuid references staff,
  at              timestamptz not null,
  note            text
);
create index announcement_event_of on announcement_event (announcement_id, at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop table announcement_event;
drop table announcement_correction;
drop index announcement_mail_counted;
delete from announcement where published_at is null;
alter table announcement
  drop column state, drop column target, drop column revision, drop column starts_at, drop column written_by,
  drop column written_at, drop column digest, drop column approved_by, drop column approved_at, drop column expected,
  drop column paused_at, drop column mails_stopped_at, drop column spread_moved_at, drop column withdrawn_at,
  drop column withdrawn_note,
  alter column published_at set default now(),
  alter column published_at set not null;`);
  }
}
