import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 意見照会: opinions asked of other offices, their due days, answers with files, and the mails about them. */
export class Opinions1765000000300 implements MigrationInterface {
  readonly name = 'Opinions1765000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table opinion (
  id             uuid primary key,
  application_id uuid not null references application,
  -- The office that is asked, and who of it answers; null as long as nobody has taken it on.
  department_id  uuid not null references department,
  assignee_id    uuid references staff,
  question       text not null,
  -- Paths of the questions whose answers the office may see, and of which submission they were when it was asked.
  shared         text[] not null,
  submission_n   int not null,
  due_on         date not null,
  state          text not null default 'asked' check (state in ('asked', 'answered', 'withdrawn')),
  asked_by_id    uuid not null references staff,
  asked_from     text not null,
  asked_at       timestamptz not null,
  again_of_id    uuid references opinion,
  standpoint     text check (standpoint in ('clear', 'conditions', 'objection')),
  answer         text,
  -- When it was answered or withdrawn, by whom (null: with the end of the case), and why it was withdrawn.
  ended_at       timestamptz,
  ended_by_id    uuid references staff,
  end_reason     text
);
create index opinion_of_case on opinion (application_id, asked_at);
create index opinion_of_office on opinion (department_id, due_on) where state = 'asked';
create index opinion_ended on opinion (department_id, asked_at) where state <> 'asked';
create index opinion_of_asker on opinion (asked_by_id, asked_at);
create index opinion_due on opinion (due_on) where state = 'asked';

create table opinion_extension (
  opinion_id uuid not null references opinion,
  at         timestamptz not null,
  staff_id   uuid not null references staff,
  from_on    date not null,
  to_on      date not null,
  reason     text not null,
  primary key (opinion_id, at)
);

create table opinion_mail (
  id         uuid primary key,
  opinion_id uuid not null references opinion,
  staff_id   uuid not null references staff,
  recipient  text not null,
  kind       text not null,
  -- Tells one reminder from the next: the due day, and how many weeks it is over.
  turn       text not null,
  state      text not null default 'queued' check (state in ('queued', 'sent', 'undeliverable')),
  mail_id    text,
  attempts   int not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at    timestamptz
);
create unique index opinion_mail_once on opinion_mail (opinion_id, staff_id, kind, turn);
create index opinion_mail_queued on opinion_mail (id) where state = 'queued';

alter table desk_file add column opinion_id uuid references opinion;
create index desk_file_of_opinion on desk_file (opinion_id) where opinion_id is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table desk_file drop column opinion_id;
drop table opinion_mail; drop table opinion_extension; drop table opinion;`);
  }
}
