import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices in their final form, to be read before deciding. */
export class Previews1765000000060 implements MigrationInterface {
  readonly name = 'Previews1765000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table notice_preview (
  id             uuid primary key,
  application_id uuid not null references application,
  staff_id       uuid not null references staff on delete cascade,
  title          text not null,
  pdf            bytea not null,
  drawn_at       timestamptz not null
);
create index notice_preview_age on notice_preview (drawn_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notice_preview;');
  }
}
