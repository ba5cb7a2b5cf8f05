import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The language that somebody wants our mails in. Until they say so it is Japanese, as it was for everybody. */
export class MailLanguage1765000000410 implements MigrationInterface {
  readonly name = 'MailLanguage1765000000410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table account add column language text not null default 'ja' check (language in ('ja', 'en'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account drop column language');
  }
}
