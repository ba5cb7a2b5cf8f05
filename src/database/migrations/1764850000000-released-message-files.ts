import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The file of a message that is taken away goes for good, as that of an application does. */
export class ReleasedMessageFiles1764850000000 implements MigrationInterface {
  readonly name = 'ReleasedMessageFiles1764850000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index message_file_content on message_file (sha256);
create trigger message_file_releases_its_file after delete on message_file
  for each row execute function release_file();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
drop trigger message_file_releases_its_file on message_file;
drop index message_file_content;`);
  }
}
