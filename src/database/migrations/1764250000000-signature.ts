import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applicants' signatures: the exact bytes that were signed, and the exact signature. */
export class Signature1764250000000 implements MigrationInterface {
  readonly name = 'Signature1764250000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table signature (
  id             uuid primary key,
  draft_id       uuid not null references draft on delete cascade,
  content        bytea not null,
  content_sha256 text not null,
  prepared_at    timestamptz not null default now(),
  -- Null until it is signed; from then on nothing of the row changes.
  form           text check (form in ('cms', 'raw')),
  value          bytea,
  -- Of a bare value; a CMS message brings its own.
  certificate    bytea,
  signer         jsonb,
  signed_at      timestamptz,
  check ((form is null) = (value is null) and (form is null) = (signer is null) and (form is null) = (signed_at is null)),
  check ((form is not distinct from 'raw') = (certificate is not null))
);
create index signature_of_draft on signature (draft_id, prepared_at);
create trigger signature_is_immutable before update on signature
  for each row when (old.form is not null) execute function refuse_change();

alter table submission add column signature_id uuid references signature;
create index submission_signature on submission (signature_id) where signature_id is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table submission drop column signature_id; drop table signature;`);
  }
}
