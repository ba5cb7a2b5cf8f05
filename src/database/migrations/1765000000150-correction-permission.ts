import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a supervisor let a second correction be asked of the same answers. */
export class CorrectionPermission1765000000150 implements MigrationInterface {
  readonly name = 'CorrectionPermission1765000000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table correction_permission (
  application_id uuid not null references application,
  at             timestamptz not null,
  staff_id       uuid not null references staff,
  reason         text not null,
  primary key (application_id, at)
);
create trigger correction_permission_is_append_only before update or delete on correction_permission
  for each row execute function refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table correction_permission;');
  }
}
