import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes go through a queue of their own, past what else is owed. */
export class CodesFirst1765000000400 implements MigrationInterface {
  readonly name = 'CodesFirst1765000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
update outbox set queue = 'codes' where name = 'deliver-account-mail';
create index outbox_codes on outbox (id) where queue = 'codes';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop index outbox_codes;
update outbox set queue = 'mails' where name = 'deliver-account-mail'`);
  }
}
