import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which side ended a mandate, so that the other one is told. */
export class MandateEnds1765000000170 implements MigrationInterface {
  readonly name = 'MandateEnds1765000000170';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table mandate add column revoked_by text
  constraint mandate_revoked_by check (revoked_by in ('principal', 'agent'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mandate drop column revoked_by;');
  }
}
