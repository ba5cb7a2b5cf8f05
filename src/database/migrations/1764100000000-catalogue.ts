import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long decided applications took, so that people see it before they apply. */
export class Catalogue1764100000000 implements MigrationInterface {
  readonly name = 'Catalogue1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Days that the processing clock counted until the office decided. Null while open, for what was withdrawn, and for
-- what was closed before this column came to be.
alter table application add column processing_days int;
-- Answers from the index alone: of millions of rows only the closed ones of one procedure and 90 days are read.
create index application_processing on application (procedure_id, closed_at) include (processing_days)
  where processing_days is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table application drop column processing_days;');
  }
}
