import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has a notice that was called back is told so by mail, as they are reminded of one that they have not opened. */
export class RevocationMails1765000000402 implements MigrationInterface {
  readonly name = 'RevocationMails1765000000402';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table notice_reminder add column kind text not null default 'unopened' check (kind in ('unopened', 'revoked'));
alter table notice_reminder drop constraint notice_reminder_notice_id_key;
alter table notice_reminder add constraint notice_reminder_once unique (notice_id, kind);
create index notice_reminder_in_order on notice_reminder (recipient, created_at, id) where state = 'queued';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
delete from outbox where subject_id in (select id from notice_reminder where kind = 'revoked');
delete from notice_reminder where kind = 'revoked';
drop index notice_reminder_in_order;
alter table notice_reminder drop constraint notice_reminder_once;
alter table notice_reminder add constraint notice_reminder_notice_id_key unique (notice_id);
alter table notice_reminder drop column kind`);
  }
}
