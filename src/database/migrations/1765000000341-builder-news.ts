import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Up to which entry each official has read what is new in the builder. */
export class BuilderNews1765000000341 implements MigrationInterface {
  readonly name = 'BuilderNews1765000000341';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table builder_news_read (
  staff_id  uuid primary key references staff,
  entry     text not null,
  at        timestamptz not null
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table builder_news_read;');
  }
}
