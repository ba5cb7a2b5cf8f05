import type { MigrationInterface, QueryRunner } from 'typeorm';

/** PDFs that are drawn when somebody asks for them, kept by what they were drawn from. */
export class Papers1764560000000 implements MigrationInterface {
  readonly name = 'Papers1764560000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table drawn_paper (
  -- SHA-256 of everything that was handed to the renderer: the same words are the same paper.
  input_sha256 text primary key,
  pdf_sha256   text not null,
  drawn_at     timestamptz not null default now()
);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table drawn_paper;');
  }
}
