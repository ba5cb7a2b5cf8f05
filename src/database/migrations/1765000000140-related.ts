import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what applications are found to be related: the same telephone, address, account, corporation, permit. */
export class Related1765000000140 implements MigrationInterface {
  readonly name = 'Related1765000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table application_trait (
  application_id uuid not null references application on delete cascade,
  kind           text not null,
  value          text not null,
  path           text not null,
  primary key (application_id, kind, value)
);
create index application_trait_shared on application_trait (kind, value, application_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table application_trait;');
  }
}
