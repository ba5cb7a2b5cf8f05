import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a batch would send, so that the odd ones are read before any leaves. Gone once the batch has ended. */
export class BatchLetters1765000000381 implements MigrationInterface {
  readonly name = 'BatchLetters1765000000381';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table batch_letter (
  batch_id    uuid not null references batch on delete cascade,
  n           int not null,
  k           int not null,
  kind        text not null check (kind in ('message', 'notice')),
  title       text not null,
  -- Null: it cannot be written, and why.
  text        text,
  fault       text,
  -- Places where nothing stands.
  blanks      int not null,
  -- Characters that few fonts have.
  rare        text not null,
  name_length int not null,
  lines       int not null,
  -- The largest amount in yen that it names.
  amount      numeric,
  primary key (batch_id, n, k)
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table batch_letter');
  }
}
