import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which officials have opened an application (閲覧記録). */
export class Readings1764550000000 implements MigrationInterface {
  readonly name = 'Readings1764550000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table reading (
  application_id uuid not null references application,
  staff_id       uuid not null references staff,
  -- Civil date in Japan: one row a day however often somebody looks.
  day            date not null,
  -- As they were on that day.
  department     text not null,
  roles          text[] not null,
  first_at       timestamptz not null,
  last_at        timestamptz not null,
  times          int not null default 1,
  primary key (application_id, day, staff_id)
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reading;');
  }
}
